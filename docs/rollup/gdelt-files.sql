-- GDELT 1.0 and 2.0: the event files as they are published become the view `events`, which gdelt.sql rolls up.
--
--   cat gdelt-files.sql gdelt.sql | duckdb        in a folder with the unzipped files in events/, named *.CSV
--
-- The files have tabs and no head. The first 35 columns are the same in all three forms of them: 57 columns (1.0, to
-- March 2013), 58 (1.0, after it, with SOURCEURL), 61 (2.0). What stands after them is not needed and has no names here.

CREATE OR REPLACE VIEW events AS
SELECT
  cells[2] AS SQLDATE,
  cells[8] AS Actor1CountryCode,
  cells[18] AS Actor2CountryCode,
  cells[29] AS EventRootCode,
  TRY_CAST(cells[30] AS INTEGER) AS QuadClass,
  TRY_CAST(cells[31] AS DOUBLE) AS GoldsteinScale,
  TRY_CAST(cells[32] AS INTEGER) AS NumMentions
FROM (
  SELECT string_split(line, chr(9)) AS cells
  -- One column: no line has the separator \x01, nor a quote that means one.
  FROM read_csv(
    'events/*.CSV', delim = '\x01', quote = '', escape = '', header = false, auto_detect = false,
    columns = { 'line': 'VARCHAR' }
  )
);
