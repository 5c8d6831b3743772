CREATE OR REPLACE VIEW facts.log_verification AS
SELECT id, verified_at, intact, head, files, rows, bytes, gaps, early, confirmed_at FROM logs.verification;

CREATE OR REPLACE VIEW facts.log_source AS
SELECT name, rows, first_at, last_at, gap_from, gap_until, looked_at FROM logs.source;

CREATE OR REPLACE VIEW facts.log_review AS
SELECT id, held_at, from_day, until_day, rows, hits, closed_at FROM logs.review;

CREATE OR REPLACE VIEW facts.log_hit AS
SELECT h.id, h.rule, h.question, h.first_found_at, h.last_found_at, m.state AS mark, m.said_at AS marked_at
  FROM logs.hit h LEFT JOIN logs.mark m ON m.id = h.id;

SELECT facts.watch('logs.verification', 'log_verification', 'id'), facts.watch('logs.source', 'log_source', 'name'),
       facts.watch('logs.review', 'log_review', 'id'), facts.watch('logs.hit', 'log_hit', 'id'), facts.watch('logs.mark', 'log_hit', 'id');
