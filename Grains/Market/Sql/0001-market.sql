-- Runs as it stands on PostgreSQL and on SQLite. Times are microseconds since 1970, days are numbered from the year 1, ids of our own are the
-- hexadecimal digits of a Guid that grows with time.
CREATE TABLE market_request
(
    id          text PRIMARY KEY,
    fingerprint text NOT NULL,
    answer      text NOT NULL,
    at          bigint NOT NULL
);

CREATE TABLE market_agent
(
    id          bigint PRIMARY KEY CHECK (id > 0),
    name        text NOT NULL,
    agency      text NOT NULL,
    verified_at bigint
);

CREATE TABLE market_club
(
    id   bigint PRIMARY KEY CHECK (id > 0),
    name text NOT NULL
);

CREATE TABLE market_player
(
    id      bigint PRIMARY KEY CHECK (id > 0),
    name    text NOT NULL,
    role    integer NOT NULL,
    born    integer NOT NULL,
    foot    integer NOT NULL,
    club_id bigint REFERENCES market_club (id)
);
CREATE INDEX market_player_matching ON market_player (role, born, id);

CREATE TABLE market_representation
(
    player_id bigint PRIMARY KEY REFERENCES market_player (id),
    agent_id  bigint NOT NULL REFERENCES market_agent (id),
    since     bigint NOT NULL
);
CREATE INDEX market_representation_agent ON market_representation (agent_id, player_id);

-- Credits come from the issuer, whose balance is what all others have together, below zero.
CREATE TABLE market_account
(
    id      text PRIMARY KEY,
    balance bigint NOT NULL,
    CHECK (balance >= 0 OR id = 'issuer'),
    CHECK (balance BETWEEN -1000000000000000 AND 1000000000000000)
);

-- One row takes from one account what it gives to another, so the sum of all entries can't be anything but zero.
CREATE TABLE market_transfer
(
    id             text PRIMARY KEY,
    debit_account  text NOT NULL REFERENCES market_account (id),
    credit_account text NOT NULL REFERENCES market_account (id),
    amount         bigint NOT NULL CHECK (amount > 0),
    reason         text NOT NULL,
    at             bigint NOT NULL,
    CHECK (debit_account <> credit_account)
);
CREATE INDEX market_transfer_debit ON market_transfer (debit_account, id);
CREATE INDEX market_transfer_credit ON market_transfer (credit_account, id);

CREATE VIEW market_entry AS
SELECT id AS transfer_id, debit_account AS account_id, -amount AS amount, at FROM market_transfer
UNION ALL
SELECT id, credit_account, amount, at FROM market_transfer;

CREATE TABLE market_requirement
(
    id      text PRIMARY KEY,
    club_id bigint NOT NULL REFERENCES market_club (id),
    role    integer NOT NULL,
    min_age integer NOT NULL,
    max_age integer NOT NULL,
    foot    integer NOT NULL,
    budget  bigint NOT NULL,
    deal    integer NOT NULL,
    is_open integer NOT NULL,
    at      bigint NOT NULL
);
CREATE INDEX market_requirement_club ON market_requirement (club_id, id);

CREATE TABLE market_pitch
(
    id             text PRIMARY KEY,
    requirement_id text NOT NULL REFERENCES market_requirement (id),
    club_id        bigint NOT NULL,
    agent_id       bigint NOT NULL REFERENCES market_agent (id),
    player_id      bigint NOT NULL REFERENCES market_player (id),
    price          bigint NOT NULL CHECK (price >= 0),
    note           text NOT NULL,
    state          integer NOT NULL,
    feedback       text NOT NULL,
    sent_at        bigint NOT NULL,
    changed_at     bigint NOT NULL,
    UNIQUE (requirement_id, player_id)
);
CREATE INDEX market_pitch_agent ON market_pitch (agent_id, id);
CREATE INDEX market_pitch_club ON market_pitch (club_id, id);

CREATE TABLE market_pitch_step
(
    pitch_id text NOT NULL REFERENCES market_pitch (id),
    state    integer NOT NULL,
    at       bigint NOT NULL,
    PRIMARY KEY (pitch_id, state)
);

CREATE TABLE market_conversation
(
    agent_id   bigint NOT NULL REFERENCES market_agent (id),
    club_id    bigint NOT NULL REFERENCES market_club (id),
    latest     bigint NOT NULL,
    agent_read bigint NOT NULL,
    club_read  bigint NOT NULL,
    PRIMARY KEY (agent_id, club_id)
);
CREATE INDEX market_conversation_club ON market_conversation (club_id, agent_id);

CREATE TABLE market_message
(
    agent_id bigint NOT NULL,
    club_id  bigint NOT NULL,
    number   bigint NOT NULL,
    side     integer NOT NULL,
    text     text NOT NULL,
    at       bigint NOT NULL,
    PRIMARY KEY (agent_id, club_id, number),
    FOREIGN KEY (agent_id, club_id) REFERENCES market_conversation (agent_id, club_id)
);

-- The row of a key is locked until the commit, so that a key's events are committed in the order of their numbers.
CREATE TABLE market_outbox_key
(
    key    bigint PRIMARY KEY,
    latest bigint NOT NULL
);

CREATE TABLE market_outbox
(
    key      bigint NOT NULL REFERENCES market_outbox_key (key),
    sequence bigint NOT NULL,
    part     integer NOT NULL,
    id       text NOT NULL,
    kind     text NOT NULL,
    body     text NOT NULL,
    at       bigint NOT NULL,
    is_sent  integer NOT NULL,
    PRIMARY KEY (key, sequence)
);
CREATE INDEX market_outbox_unsent ON market_outbox (part, key, sequence) WHERE is_sent = 0;

INSERT INTO market_account (id, balance) VALUES ('issuer', 0);
-- What pitches cost goes to one of these, so that they don't all wait for one row.
INSERT INTO market_account (id, balance) VALUES
    ('house/00', 0), ('house/01', 0), ('house/02', 0), ('house/03', 0), ('house/04', 0), ('house/05', 0), ('house/06', 0), ('house/07', 0),
    ('house/08', 0), ('house/09', 0), ('house/10', 0), ('house/11', 0), ('house/12', 0), ('house/13', 0), ('house/14', 0), ('house/15', 0);
