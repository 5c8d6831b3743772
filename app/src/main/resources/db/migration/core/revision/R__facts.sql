CREATE OR REPLACE VIEW facts.acknowledgement AS
  SELECT revision, person, at, way FROM revision.acknowledgement;
SELECT facts.watch('revision.acknowledgement', 'acknowledgement', 'person');
