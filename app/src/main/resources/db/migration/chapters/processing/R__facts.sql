CREATE OR REPLACE VIEW facts.processing_entry AS
SELECT e.id, e.day, e.handler, e.sensor, e.deed, e.party, e.recipient <> '' AS recipient_named, e.basis, e.corrects,
       EXISTS (SELECT 1 FROM processing.entry o WHERE o.corrects = e.id) AS corrected, e.entered_at
  FROM processing.entry e;

SELECT facts.watch('processing.entry', 'processing_entry', 'id', 'corrects');
