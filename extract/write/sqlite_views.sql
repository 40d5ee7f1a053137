-- Views of the database that answer the usual questions. A database that has a view of such a name
-- keeps its own.

-- Who attended what: a row a person and article, of those whom the article shows in the meeting.
CREATE VIEW IF NOT EXISTS attendance AS
SELECT
  coalesce(articles.published, articles.reference_date) AS day,
  articles.title AS article,
  entities.name,
  (
    SELECT group_concat(title, '; ')
    FROM (
      SELECT title
      FROM entities_titles
      WHERE entities_titles.doc_id = entities.doc_id AND entities_titles.entity = entities.entity
      ORDER BY position
    )
  ) AS posts,
  CASE
    min(CASE meeting_role WHEN 'chair' THEN 1 WHEN 'co-chair' THEN 2 WHEN 'speaker' THEN 3 ELSE 4 END)
    WHEN 1 THEN 'chair' WHEN 2 THEN 'co-chair' WHEN 3 THEN 'speaker' ELSE 'attendee'
  END AS role,
  min(officials.start) AS start,
  entities.entity,
  entities.doc_id
FROM officials
JOIN entities USING (doc_id, entity)
JOIN articles USING (doc_id)
WHERE meeting_role IS NOT NULL
GROUP BY entities.doc_id, entities.entity
ORDER BY day, entities.doc_id, start;

-- All facts on a place, with the sentences that they come from.
CREATE VIEW IF NOT EXISTS facts_by_place AS
SELECT
  facts.place,
  facts.place_code,
  facts.measure,
  facts.value,
  facts.value_max,
  facts.total,
  CASE WHEN facts.points THEN 'percentage points' WHEN facts.type = 'percentage' THEN '%' ELSE facts.unit END
    AS unit,
  facts.per,
  facts.modifier,
  facts.role,
  facts.direction,
  facts.status,
  facts.period_first_day,
  facts.period_last_day,
  coalesce(articles.published, articles.reference_date) AS day,
  articles.title AS article,
  substr(articles.text, facts.sent_start + 1, facts.sent_end - facts.sent_start) AS sentence,
  facts.start,
  facts.doc_id
FROM facts
JOIN articles USING (doc_id)
WHERE facts.place IS NOT NULL
ORDER BY facts.place_code, facts.place, facts.period_first_day, day, facts.doc_id, facts.start;

-- An indicator by period: what is measured, in the words of the articles, over all of them.
CREATE VIEW IF NOT EXISTS indicators_by_period AS
SELECT
  facts.measure,
  CASE WHEN facts.points THEN 'percentage points' WHEN facts.type = 'percentage' THEN '%' ELSE facts.unit END
    AS unit,
  facts.role,
  facts.place,
  facts.place_code,
  facts.period_first_day,
  facts.period_last_day,
  facts.value,
  facts.value_max,
  facts.total,
  facts.per,
  facts.modifier,
  facts.direction,
  facts.status,
  coalesce(articles.published, articles.reference_date) AS day,
  articles.title AS article,
  facts.start,
  facts.doc_id
FROM facts
JOIN articles USING (doc_id)
WHERE facts.measure IS NOT NULL AND facts.period_first_day IS NOT NULL
ORDER BY lower(facts.measure), 2, facts.role, facts.place_code, facts.period_first_day, day, facts.doc_id;

-- The bodies of each article, the most mentioned first.
CREATE VIEW IF NOT EXISTS bodies_by_article AS
SELECT
  coalesce(articles.published, articles.reference_date) AS day,
  articles.title AS article,
  entities.name,
  entities.kind,
  entities.id,
  count(*) AS mentions,
  entities.entity,
  entities.doc_id
FROM entities
JOIN entities_mentions USING (doc_id, entity)
JOIN articles USING (doc_id)
WHERE entities.type = 'agency'
GROUP BY entities.doc_id, entities.entity
ORDER BY day, entities.doc_id, mentions DESC, entities.entity;

CREATE INDEX IF NOT EXISTS articles_published ON articles (published);
CREATE INDEX IF NOT EXISTS entities_name ON entities (type, name);
CREATE INDEX IF NOT EXISTS entities_id ON entities (id);
CREATE INDEX IF NOT EXISTS localities_code ON localities (code);
CREATE INDEX IF NOT EXISTS dates_first_day ON dates (first_day);
CREATE INDEX IF NOT EXISTS facts_place ON facts (place_code, place);
CREATE INDEX IF NOT EXISTS facts_measure ON facts (lower(measure));
CREATE INDEX IF NOT EXISTS audit_verdict ON audit (verdict);
