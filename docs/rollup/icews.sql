-- ICEWS Coded Event Data as published in its Dataverse: tab-separated files with a head, unzipped in events/, named *.tab.
-- The same roll-up as gdelt.sql; countries are written out, which Dyad reads as well as codes. There is no quad class: it
-- is made of the root of the CAMEO code, 01 to 05, 06 to 08, 09 to 13 and 14 to 20.

CREATE OR REPLACE VIEW events AS
SELECT
  REPLACE("Event Date", '-', '') AS SQLDATE,
  "Source Country" AS Actor1CountryCode,
  "Target Country" AS Actor2CountryCode,
  SUBSTRING("CAMEO Code", 1, 2) AS EventRootCode,
  CASE
    WHEN SUBSTRING("CAMEO Code", 1, 2) <= '05' THEN 1
    WHEN SUBSTRING("CAMEO Code", 1, 2) <= '08' THEN 2
    WHEN SUBSTRING("CAMEO Code", 1, 2) <= '13' THEN 3
    ELSE 4
  END AS QuadClass,
  TRY_CAST("Intensity" AS DOUBLE) AS GoldsteinScale,
  -- An event is counted once for each story that tells it; how many do is not said.
  CAST(NULL AS INTEGER) AS NumMentions
FROM read_csv('events/*.tab', delim = '\t', header = true, quote = '', all_varchar = true, union_by_name = true);
