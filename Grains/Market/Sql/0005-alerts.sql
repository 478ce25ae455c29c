-- Runs as it stands on PostgreSQL and on SQLite, like the first step. A desk is named as its account: agent/7, club/3.
CREATE TABLE market_user
(
    id       bigint PRIMARY KEY CHECK (id > 0),
    name     text NOT NULL,
    key_hash text UNIQUE
);

CREATE TABLE market_member
(
    user_id bigint NOT NULL REFERENCES market_user (id),
    side    integer NOT NULL,
    number  bigint NOT NULL,
    PRIMARY KEY (user_id, side, number)
);

CREATE TABLE market_watch
(
    player_id bigint NOT NULL REFERENCES market_player (id),
    desk      text NOT NULL,
    threshold integer NOT NULL,
    PRIMARY KEY (player_id, desk)
);
CREATE INDEX market_watch_desk ON market_watch (desk, player_id);

-- What an alert was made for is its cause, so that nothing alerts a desk twice; its id begins with the time, to be listed by.
CREATE TABLE market_alert
(
    desk           text NOT NULL,
    cause          text NOT NULL,
    id             text NOT NULL,
    kind           integer NOT NULL,
    player_id      bigint NOT NULL,
    match_id       bigint,
    requirement_id text,
    rating         integer,
    at             bigint NOT NULL,
    is_read        integer NOT NULL,
    PRIMARY KEY (desk, cause)
);
CREATE INDEX market_alert_page ON market_alert (desk, id);
CREATE INDEX market_alert_unread ON market_alert (desk) WHERE is_read = 0;
CREATE INDEX market_alert_age ON market_alert (at);

CREATE INDEX market_request_age ON market_request (at);
CREATE INDEX market_requirement_open ON market_requirement (is_open, role, id);
CREATE INDEX market_shortlist_player ON market_shortlist (player_id, club_id);
