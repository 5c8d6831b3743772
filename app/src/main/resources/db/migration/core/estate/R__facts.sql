CREATE OR REPLACE VIEW facts.system AS
SELECT id, number, sort, owner, department, level, state, changed_at FROM estate.item WHERE noun = 'information-system';

CREATE OR REPLACE VIEW facts.site AS
SELECT id, number, sort, owner, department, level, state, changed_at FROM estate.item WHERE noun = 'site';

CREATE OR REPLACE VIEW facts.device AS
SELECT id, number, sort, owner, department, level, state, changed_at FROM estate.item WHERE noun = 'device';

CREATE OR REPLACE VIEW facts.party AS
SELECT id, number, sort, owner, department, level, state, changed_at FROM estate.item WHERE noun = 'party';

SELECT facts.watch('estate.item', 'system', 'id'), facts.watch('estate.item', 'site', 'id'),
       facts.watch('estate.item', 'device', 'id'), facts.watch('estate.item', 'party', 'id');
