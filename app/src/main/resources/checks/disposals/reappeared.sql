-- clause:   ast-3.1
-- title.ja: 廃棄した媒体が、使用中に戻っていない
-- title.en: No medium that was disposed of is in use again
-- severity: high
-- scope:    all
-- subject:  device
SELECT v.id AS subject,
       CASE WHEN v.state = 'retired' THEN 'ok' ELSE 'alarm' END AS status,
       'reappeared' AS reason,
       max(d.done_on) AS disposed_on
  FROM facts.disposal d JOIN facts.device v ON v.id = d.device
 WHERE d.act = 'dispose'
 GROUP BY v.id, v.state
