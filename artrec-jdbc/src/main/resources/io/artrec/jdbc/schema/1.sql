-- The log itself, in one row: how often it was opened, the highest number given, up to where changes were dropped, up to which mark
-- erasing is done, and how often the database's files are still to be rid of what was removed.
CREATE TABLE IF NOT EXISTS #log (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  epoch BIGINT NOT NULL,
  last_number BIGINT NOT NULL,
  compacted_to BIGINT NOT NULL,
  clean_to BIGINT NOT NULL,
  purges INT NOT NULL
);
-- Changes, marks included: whose, by a keyed hash, and when it happened, for those that age. What does not fit in a row is in #pieces.
CREATE TABLE IF NOT EXISTS #changes (
  number BIGINT NOT NULL PRIMARY KEY,
  visitor VARBINARY(32),
  happened BIGINT,
  pieces INT NOT NULL,
  content VARBINARY(16384) NOT NULL
);
CREATE INDEX IF NOT EXISTS #changes_visitor ON #changes (visitor);
CREATE TABLE IF NOT EXISTS #pieces (
  number BIGINT NOT NULL REFERENCES #changes (number) ON DELETE CASCADE,
  piece INT NOT NULL,
  content VARBINARY(16384) NOT NULL,
  PRIMARY KEY (number, piece)
);
-- The marks once more, found without reading all changes; they stay when changes are dropped.
CREATE TABLE IF NOT EXISTS #marks (
  number BIGINT NOT NULL PRIMARY KEY,
  content VARBINARY(16384) NOT NULL
);
