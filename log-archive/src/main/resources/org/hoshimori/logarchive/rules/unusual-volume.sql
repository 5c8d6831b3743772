-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    いつもより極端に多い送信
-- title.en:    Far more sent than usual
-- means.ja:    端末が社外へ送った量が、その端末のほかの日と比べて極端に多い日があります。情報の持ち出しのことがあります。
-- means.en:    On a day a host sent far more to the outside than on its other days, as when data is carried off.
-- do.ja:       何をどこへ送ったかを利用者に確かめてください。
-- do.en:       Ask the user what was sent where.
-- sentence.ja: {host} は {day} に社外へ {bytes_out} バイト送りました。ほかの {days} 日は平均 {usual_bytes} バイトです。
-- sentence.en: On {day} {host} sent {bytes_out} bytes to the outside; on its {days} other days it sent {usual_bytes} on average.
-- key:         host, day
-- rows:        src_endpoint_ip = {host} AND traffic_bytes_out > 1000000
-- param: min_bytes 100000000
-- param: times 10
-- param: deviations 4
-- param: min_days 5
WITH daily AS (
  SELECT host, day, max(fresh) AS fresh, sum(bytes_out) AS bytes_out, min(first_seen) AS first_seen, max(last_seen) AS last_seen
    FROM hourly
   GROUP BY host, day
  HAVING sum(bytes_out) > 0),
whole AS (
  SELECT host, count(*) AS days, sum(bytes_out) AS bytes_out FROM daily GROUP BY host),
other AS (
  SELECT a.host AS host, a.day AS day, avg(o.bytes_out) AS mean, stddev_pop(o.bytes_out) AS deviation, count(*) AS days
    FROM daily a
    JOIN whole w ON w.host = a.host
    JOIN daily o ON o.host = a.host AND o.day <> a.day
   WHERE a.fresh = 1 AND a.bytes_out >= :{min_bytes}
   GROUP BY a.host, a.day)
SELECT d.host AS host, d.day AS day, d.bytes_out AS bytes_out, round(o.mean, 0) AS usual_bytes, o.days AS days,
       d.first_seen AS first_seen, d.last_seen AS last_seen
  FROM daily d
  JOIN other o ON o.host = d.host AND o.day = d.day
 WHERE o.days >= :{min_days} AND d.bytes_out >= :{times} * o.mean AND d.bytes_out >= o.mean + :{deviations} * o.deviation
 ORDER BY bytes_out DESC NULLS LAST, host NULLS LAST
