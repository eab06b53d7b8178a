WITH
-- Words that mean the status of another word. An empty status: the value has no status, and ends the one before.
choices AS (
  SELECT 'Yes' AS value, 'banned' AS status
  UNION ALL SELECT 'yes', 'banned'
  UNION ALL SELECT 'TRUE', 'banned'
  UNION ALL SELECT 'Partly', 'restricted'
  UNION ALL SELECT 'No', ''
),
-- Words that say nothing, as a blank does.
ignored AS (
  SELECT 'n/a' AS value
  UNION ALL SELECT '-'
  UNION ALL SELECT 'TBD'
),
-- The rows that say something. What is blank or ignored is no information: the value before goes on.
known AS (
  SELECT entity, CAST(date AS DATE) AS date, TRIM(CAST(value AS STRING)) AS value
  FROM panel
  WHERE TRIM(CAST(value AS STRING)) <> ''
    AND TRIM(CAST(value AS STRING)) NOT IN (SELECT value FROM ignored)
),
named AS (
  SELECT known.entity, known.date, COALESCE(choices.status, known.value) AS status
  FROM known
  LEFT JOIN choices ON choices.value = known.value
),
-- A change is a row whose status differs from that of the row before. The first row is one, if it has a status.
compared AS (
  SELECT entity, date, status, COALESCE(LAG(status) OVER (PARTITION BY entity ORDER BY date, status), '') AS before
  FROM named
),
changes AS (
  SELECT
    entity,
    date,
    status,
    LEAD(date) OVER (PARTITION BY entity ORDER BY date, status) AS next_date,
    LEAD(status) OVER (PARTITION BY entity ORDER BY date, status) AS next_status
  FROM compared
  WHERE status <> before
)
-- A status that goes ends on the day before. One that another follows has no end of its own.
SELECT entity, date, CASE WHEN next_status = '' THEN next_date - 1 END AS until, status
FROM changes
WHERE status <> ''
ORDER BY entity, date, status
