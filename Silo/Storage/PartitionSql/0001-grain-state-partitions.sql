-- Grain state goes along with partitions, by the grain's key as it is stored (behind the '='). Rows are guarded where they are
-- written; besides, each statement asks first, since one that finds no row would be taken for a conflict, or for a grain without state.

INSERT INTO partition_table (name, partition) VALUES ('grainstate', 'partition_of(substr(grainidextensionstring, 2))');

CREATE FUNCTION grainstate_enter() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    PERFORM partition_enter(partition_of(substr(COALESCE(NEW.grainidextensionstring, OLD.grainidextensionstring), 2)));
    RETURN COALESCE(NEW, OLD);
END';

CREATE TRIGGER grainstate_enter BEFORE INSERT OR UPDATE OR DELETE ON grainstate FOR EACH ROW EXECUTE FUNCTION grainstate_enter();

UPDATE orleansquery
SET querytext = querytext || ' AND partition_readable(partition_of(substr(@GrainIdExtensionString, 2)))'
WHERE querykey = 'ReadFromStorageKey';

UPDATE orleansquery
SET querytext = replace(
    querytext, 'AND version = @GrainStateVersion', 'AND partition_writable(partition_of(substr(@GrainIdExtensionString, 2))) AND version = @GrainStateVersion')
WHERE querykey IN ('WriteToStorageKey', 'ClearStorageKey', 'DeleteStorageKey');
