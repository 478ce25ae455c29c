-- The queries that Microsoft.Orleans.Persistence.AdoNet reads at start; it binds parameters and reads columns by these names.
CREATE TABLE IF NOT EXISTS orleansquery
(
    querykey  varchar(64) PRIMARY KEY,
    querytext varchar(8000) NOT NULL
);

-- One row a state. The hashes are the provider's and may collide; the digest stands for the names, which have any length, so that the key fits
-- an index page. It is unique, so that of two first writes one is refused.
CREATE TABLE grainstate
(
    grainidhash           integer NOT NULL,
    graintypehash         integer NOT NULL,
    grainidn0             bigint NOT NULL,
    grainidn1             bigint NOT NULL,
    graintypestring       text NOT NULL,
    grainidextensionstring text,
    serviceid             text NOT NULL,
    payloadbinary         bytea,
    modifiedon            timestamptz NOT NULL,
    version               integer NOT NULL,
    namesdigest           bytea NOT NULL GENERATED ALWAYS AS (sha256(decode(replace(
        length(serviceid)::text || ':' || serviceid || length(graintypestring)::text || ':' || graintypestring
            || coalesce('=' || grainidextensionstring, ''), '\', '\\'), 'escape'))) STORED,
    CONSTRAINT grainstate_key PRIMARY KEY (grainidhash, graintypehash, grainidn0, grainidn1, namesdigest)
) WITH (fillfactor = 80);

-- A write answers with the new version, or with no row where it is refused; the provider takes that for a conflict.
INSERT INTO orleansquery (querykey, querytext) VALUES ('WriteToStorageKey', '
WITH updated AS (
    UPDATE grainstate
    SET payloadbinary = @PayloadBinary, modifiedon = now(), version = version + 1
    WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
        AND graintypestring = @GrainTypeString AND grainidextensionstring IS NOT DISTINCT FROM @GrainIdExtensionString
        AND serviceid = @ServiceId AND version = @GrainStateVersion::integer
    RETURNING version
), inserted AS (
    INSERT INTO grainstate (grainidhash, graintypehash, grainidn0, grainidn1, graintypestring, grainidextensionstring, serviceid,
        payloadbinary, modifiedon, version)
    SELECT @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainTypeString, @GrainIdExtensionString, @ServiceId,
        @PayloadBinary, now(), 1
    WHERE @GrainStateVersion::integer IS NULL
    ON CONFLICT DO NOTHING
    RETURNING version
)
SELECT version AS NewGrainStateVersion FROM updated UNION ALL SELECT version FROM inserted');

INSERT INTO orleansquery (querykey, querytext) VALUES ('ReadFromStorageKey', '
SELECT payloadbinary AS PayloadBinary, modifiedon, version AS Version
FROM grainstate
WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
    AND graintypestring = @GrainTypeString AND grainidextensionstring IS NOT DISTINCT FROM @GrainIdExtensionString
    AND serviceid = @ServiceId');

-- The row of a cleared state stays, so that a writer who hasn't seen the clearing is still refused.
INSERT INTO orleansquery (querykey, querytext) VALUES ('ClearStorageKey', '
UPDATE grainstate
SET payloadbinary = NULL, modifiedon = now(), version = version + 1
WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
    AND graintypestring = @GrainTypeString AND grainidextensionstring IS NOT DISTINCT FROM @GrainIdExtensionString
    AND serviceid = @ServiceId AND version = @GrainStateVersion::integer
RETURNING version AS NewGrainStateVersion');

INSERT INTO orleansquery (querykey, querytext) VALUES ('DeleteStorageKey', '
DELETE FROM grainstate
WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
    AND graintypestring = @GrainTypeString AND grainidextensionstring IS NOT DISTINCT FROM @GrainIdExtensionString
    AND serviceid = @ServiceId AND version = @GrainStateVersion::integer
RETURNING version + 1 AS NewGrainStateVersion');
