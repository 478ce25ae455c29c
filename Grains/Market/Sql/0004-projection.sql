-- What the log says of ratings and matches. Runs as it stands on PostgreSQL and on SQLite. It is all made of the log, and can be made of it again: a
-- replay runs these steps under other names (each begins with shadow_), and gives the tables theirs when it is done. So no step of a projection may
-- name an index or a constraint, nor refer to another table.

-- The offset that comes next, changed in the transaction that writes what the records before it say.
CREATE TABLE projection_position
(
    topic     text NOT NULL,
    partition integer NOT NULL,
    next      bigint NOT NULL,
    topic_id  text NOT NULL,
    PRIMARY KEY (topic, partition)
);

-- A player's rating in a match, the highest version. Ratings are in hundredths; a season has the number of the year in which it begins.
CREATE TABLE player_rating
(
    player_id bigint NOT NULL,
    match_id  bigint NOT NULL,
    version   integer NOT NULL,
    team_id   bigint,
    rating    integer NOT NULL,
    is_shown  integer NOT NULL,
    minutes   integer NOT NULL,
    events    integer NOT NULL,
    is_final  integer NOT NULL,
    weights   text NOT NULL,
    season    integer NOT NULL,
    at        bigint NOT NULL,
    PRIMARY KEY (player_id, match_id)
);

CREATE TABLE rating_history
(
    player_id bigint NOT NULL,
    match_id  bigint NOT NULL,
    version   integer NOT NULL,
    rating    integer NOT NULL,
    is_shown  integer NOT NULL,
    minutes   integer NOT NULL,
    at        bigint NOT NULL,
    PRIMARY KEY (player_id, match_id, version)
);

-- What a player's shown ratings come to: the latest, the mean of the latest five, and the mean of the latest's season. Rankings read it.
CREATE TABLE player_form
(
    player_id      bigint PRIMARY KEY,
    rating         integer,
    form           integer,
    season         integer,
    season_rating  integer,
    season_matches integer
);

-- The facts that a match's result is made of, each id once; a line-up's are the last seven columns.
CREATE TABLE match_fact
(
    match_id    bigint NOT NULL,
    id          text NOT NULL,
    kind        integer NOT NULL,
    period      integer NOT NULL,
    team_id     bigint,
    player_id   bigint,
    at          bigint NOT NULL,
    competition text,
    kick_off    bigint,
    home_id     bigint,
    home        text,
    away_id     bigint,
    away        text,
    PRIMARY KEY (match_id, id)
);

CREATE TABLE match_squad
(
    match_id  bigint NOT NULL,
    fact_id   text NOT NULL,
    player_id bigint NOT NULL,
    team_id   bigint NOT NULL,
    PRIMARY KEY (match_id, fact_id, player_id)
);

CREATE TABLE match_result
(
    match_id       bigint PRIMARY KEY,
    competition    text,
    kick_off       bigint,
    home_id        bigint,
    home           text,
    away_id        bigint,
    away           text,
    home_score     integer NOT NULL DEFAULT 0,
    away_score     integer NOT NULL DEFAULT 0,
    home_shoot_out integer,
    away_shoot_out integer,
    is_final       integer NOT NULL DEFAULT 0
);
