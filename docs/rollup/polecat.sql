-- POLECAT as published in its Dataverse: tab-separated files with a head, in events/, named *.txt. The same roll-up as
-- gdelt.sql, with the event types of PLOVER in place of CAMEO's root codes. Runs in DuckDB as it stands:
--
--   duckdb < polecat.sql
--
-- Actors' countries are ISO 3166 codes, several of them joined by a semicolon; `None` stands for none. An event counts once
-- for each pair of two different countries that it names.

COPY (
  WITH actors AS (
    SELECT
      "Event Date" AS event_date,
      UPPER("Event Type") AS event_type,
      UPPER("Quad Code") AS quad,
      TRY_CAST("Event Intensity" AS DOUBLE) AS intensity,
      UNNEST(LIST_DISTINCT(STRING_SPLIT("Actor Country", ';'))) AS from_actor,
      "Recipient Country" AS recipients
    FROM read_csv(
      'events/*.txt', delim = '\t', header = true, quote = '', all_varchar = true, union_by_name = true,
      null_padding = true
    )
  ),
  pairs AS (
    SELECT
      TRIM(from_actor) AS from_actor,
      TRIM(UNNEST(LIST_DISTINCT(STRING_SPLIT(recipients, ';')))) AS to_actor,
      event_type,
      quad,
      SUBSTRING(REPLACE(event_date, '-', ''), 1, 6) AS year_month,
      intensity
    FROM actors
  ),
  rolled AS (
    SELECT
      from_actor, to_actor, quad, event_type, year_month,
      COUNT(*) AS events,
      AVG(intensity) AS mean_goldstein
    FROM pairs
    WHERE from_actor NOT IN ('', 'None')
      AND to_actor NOT IN ('', 'None')
      AND from_actor <> to_actor
      AND quad IN ('VERBAL COOPERATION', 'MATERIAL COOPERATION', 'VERBAL CONFLICT', 'MATERIAL CONFLICT')
    GROUP BY from_actor, to_actor, quad, event_type, year_month
  )
  SELECT
    from_actor,
    to_actor,
    CONCAT(SUBSTRING(quad, 1, 1), LOWER(SUBSTRING(quad, 2))) AS type,
    CONCAT(SUBSTRING(event_type, 1, 1), LOWER(SUBSTRING(event_type, 2))) AS subtype,
    -- As in gdelt.sql: what is agreed, done together, given or yielded is something; words are a process.
    CASE WHEN event_type IN ('AGREE', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT') THEN 'output' ELSE 'process' END AS nature,
    CASE WHEN quad LIKE '%COOPERATION' THEN 'cooperation' ELSE 'conflict' END AS valence,
    CASE WHEN quad LIKE 'MATERIAL%' THEN 'completed' ELSE 'announced' END AS stage,
    CAST(CONCAT(SUBSTRING(year_month, 1, 4), '-', SUBSTRING(year_month, 5, 2), '-01') AS DATE) AS month,
    events,
    mean_goldstein
  FROM rolled
  ORDER BY month, from_actor, to_actor, quad, event_type
) TO 'rollup.parquet' (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 100000);
