-- What is in the log is deleted here, so that whatever is here is still to be sent.
DROP INDEX market_outbox_unsent;
ALTER TABLE market_outbox DROP COLUMN is_sent;
CREATE INDEX market_outbox_part ON market_outbox (part, key, sequence);
