-- What a scope knows of partitions. A silo whose view of the map is old must not write to a partition that has been frozen or moved away, nor read
-- what was left behind, so the database itself refuses it.

CREATE TABLE partition_layout
(
    partitions integer NOT NULL CHECK (partitions > 0),
    one        boolean PRIMARY KEY DEFAULT true CHECK (one)
);

-- A row, once there, stays: `away` is what tells a silo that it is late.
CREATE TABLE partition_holding
(
    partition integer PRIMARY KEY,
    state     text NOT NULL CHECK (state IN ('open', 'frozen', 'away', 'arriving')),
    move      uuid
);

-- The tables whose rows go along with a partition. `partition` is an expression over a row.
CREATE TABLE partition_table
(
    name      text PRIMARY KEY,
    partition text NOT NULL
);

-- SHA-256's first four bytes, unsigned and big-endian, modulo the number of partitions.
CREATE FUNCTION partition_of(key text) RETURNS integer LANGUAGE sql STABLE STRICT AS
'SELECT ((''x'' || encode(substring(sha256(convert_to(key, ''UTF8'')) FROM 1 FOR 4), ''hex''))::bit(32)::bigint % (SELECT partitions FROM partition_layout))::integer';

-- To be called before the first write of a transaction to a partition. Until the transaction's end nobody can freeze it. It is volatile, so that the
-- second statement sees what was committed while the first one waited.
CREATE FUNCTION partition_enter(number integer) RETURNS void LANGUAGE plpgsql AS '
BEGIN
    PERFORM pg_advisory_xact_lock_shared(1347571796, number);
    PERFORM FROM partition_holding
    WHERE partition = number AND (state = ''open'' OR move::text = current_setting(''partitions.move'', true));
    IF NOT FOUND THEN
        RAISE EXCEPTION ''Partition % is not open here: it is being moved, or has been. Nothing was written.'', number USING ERRCODE = ''SCP01'';
    END IF;
END';

-- For conditions of statements, which end with an error where the partition isn't. Stable, so that they see what the statement sees: if it is here,
-- so are its rows. Whether it stays until a write is done, partition_enter alone can tell.
CREATE FUNCTION partition_readable(number integer) RETURNS boolean LANGUAGE plpgsql STABLE STRICT AS '
BEGIN
    PERFORM FROM partition_holding WHERE partition = number AND state IN (''open'', ''frozen'');
    IF NOT FOUND THEN
        RAISE EXCEPTION ''Partition % is not here: it is being moved, or has been.'', number USING ERRCODE = ''SCP01'';
    END IF;
    RETURN true;
END';

CREATE FUNCTION partition_writable(number integer) RETURNS boolean LANGUAGE plpgsql STABLE STRICT AS '
BEGIN
    PERFORM FROM partition_holding WHERE partition = number AND state = ''open'';
    IF NOT FOUND THEN
        RAISE EXCEPTION ''Partition % is not open here: it is being moved, or has been. Nothing was written.'', number USING ERRCODE = ''SCP01'';
    END IF;
    RETURN true;
END';
