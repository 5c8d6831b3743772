CREATE OR REPLACE VIEW facts.directory_difference AS
SELECT id, kind, person, since, state FROM directory.difference;
SELECT facts.watch('directory.difference', 'directory_difference', 'id', 'person');
