-- Rolls `events` up: a row a pair of states, quad class, root code and month. Runs in DuckDB as it stands; docs/scale.md says
-- what changes for BigQuery and Spark. `events` needs the columns of GDELT that are named here, and may be a table, a view
-- (gdelt-files.sql) or a Parquet file read by one.
--
-- What is counted: events between two different actors that both have a country. What each column is taken for stands in
-- docs/scale.md; in short, the quad class gives type, valence and stage, the root code gives subtype and nature.

COPY (
  WITH dated AS (
    SELECT
      Actor1CountryCode AS from_actor,
      Actor2CountryCode AS to_actor,
      CAST(QuadClass AS INTEGER) AS quad,
      -- Files that were read as numbers have lost the leading zero.
      RIGHT(CONCAT('0', CAST(EventRootCode AS VARCHAR)), 2) AS root,
      SUBSTRING(CAST(SQLDATE AS VARCHAR), 1, 6) AS year_month,
      GoldsteinScale AS goldstein,
      NumMentions AS mentions
    FROM events
    WHERE Actor1CountryCode <> ''
      AND Actor2CountryCode <> ''
      AND Actor1CountryCode <> Actor2CountryCode
      AND QuadClass BETWEEN 1 AND 4
  ),
  rolled AS (
    SELECT
      from_actor, to_actor, quad, root, year_month,
      COUNT(*) AS events,
      AVG(goldstein) AS mean_goldstein,
      SUM(mentions) AS mentions
    FROM dated
    GROUP BY from_actor, to_actor, quad, root, year_month
  )
  SELECT
    from_actor,
    to_actor,
    CASE quad
      WHEN 1 THEN 'Verbal cooperation'
      WHEN 2 THEN 'Material cooperation'
      WHEN 3 THEN 'Verbal conflict'
      ELSE 'Material conflict'
    END AS type,
    CASE root
      WHEN '01' THEN 'Make public statement'
      WHEN '02' THEN 'Appeal'
      WHEN '03' THEN 'Express intent to cooperate'
      WHEN '04' THEN 'Consult'
      WHEN '05' THEN 'Engage in diplomatic cooperation'
      WHEN '06' THEN 'Engage in material cooperation'
      WHEN '07' THEN 'Provide aid'
      WHEN '08' THEN 'Yield'
      WHEN '09' THEN 'Investigate'
      WHEN '10' THEN 'Demand'
      WHEN '11' THEN 'Disapprove'
      WHEN '12' THEN 'Reject'
      WHEN '13' THEN 'Threaten'
      WHEN '14' THEN 'Protest'
      WHEN '15' THEN 'Exhibit force posture'
      WHEN '16' THEN 'Reduce relations'
      WHEN '17' THEN 'Coerce'
      WHEN '18' THEN 'Assault'
      WHEN '19' THEN 'Fight'
      WHEN '20' THEN 'Use unconventional mass violence'
      ELSE CONCAT('Root code ', root)
    END AS subtype,
    -- An intent is a promise of something, and what was done materially is something; words are a process.
    CASE WHEN root IN ('03', '06', '07', '08') THEN 'output' ELSE 'process' END AS nature,
    CASE WHEN quad <= 2 THEN 'cooperation' ELSE 'conflict' END AS valence,
    CASE WHEN quad IN (2, 4) THEN 'completed' ELSE 'announced' END AS stage,
    CAST(CONCAT(SUBSTRING(year_month, 1, 4), '-', SUBSTRING(year_month, 5, 2), '-01') AS DATE) AS month,
    events,
    mean_goldstein,
    mentions
  FROM rolled
  ORDER BY month, from_actor, to_actor, quad, root
) TO 'rollup.parquet' (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 100000);
