CREATE OR REPLACE VIEW facts.second_factor AS
SELECT person, since FROM factors.second_factor;
SELECT facts.watch('factors.second_factor', 'second_factor', 'person');
