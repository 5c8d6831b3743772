CREATE OR REPLACE VIEW facts.posture_history AS
SELECT day, chapter, state, clauses FROM posture.history;
