-- Runs as it stands on PostgreSQL and on SQLite, like the first step.
CREATE TABLE market_offer
(
    id        text PRIMARY KEY,
    club_id   bigint NOT NULL REFERENCES market_club (id),
    agent_id  bigint NOT NULL REFERENCES market_agent (id),
    player_id bigint NOT NULL REFERENCES market_player (id),
    deal      integer NOT NULL,
    fee       bigint NOT NULL CHECK (fee >= 0),
    state     integer NOT NULL,
    step      integer NOT NULL
);
CREATE INDEX market_offer_club ON market_offer (club_id, id);
CREATE INDEX market_offer_agent ON market_offer (agent_id, id);

CREATE TABLE market_offer_step
(
    offer_id text NOT NULL REFERENCES market_offer (id),
    number   integer NOT NULL,
    side     integer NOT NULL,
    state    integer NOT NULL,
    fee      bigint NOT NULL,
    note     text NOT NULL,
    at       bigint NOT NULL,
    PRIMARY KEY (offer_id, number)
);

CREATE TABLE market_shortlist
(
    club_id   bigint NOT NULL REFERENCES market_club (id),
    player_id bigint NOT NULL REFERENCES market_player (id),
    note      text NOT NULL,
    PRIMARY KEY (club_id, player_id)
);

-- Names as they are searched: PostgreSQL and SQLite don't fold the same letters.
ALTER TABLE market_player ADD COLUMN name_folded text NOT NULL DEFAULT '';
UPDATE market_player SET name_folded = lower(name);
CREATE INDEX market_player_club ON market_player (club_id, id);
