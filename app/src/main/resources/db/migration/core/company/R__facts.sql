CREATE OR REPLACE VIEW facts.company AS
SELECT id, business, fiscal_year_begins FROM company.company;
SELECT facts.watch('company.company', 'company', 'id');
