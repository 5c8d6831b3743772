-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    いつもと違う時間帯の送信
-- title.en:    Sending at unusual hours
-- means.ja:    ふだん夜間や休日に送信しない端末が、その時間に社外へまとまった量を送りました。
-- means.en:    A host that does not send at night or at weekends sent much to the outside then.
-- do.ja:       利用者に心当たりがあるかを確かめてください。
-- do.en:       Ask the user about it.
-- sentence.ja: {host} が {day} の夜間・休日に社外へ {bytes_out} バイト送りました。それまでの {days} 日は {usual_bytes} バイト以下です。
-- sentence.en: {host} sent {bytes_out} bytes to the outside in off hours of {day}; on its {days} other days it sent at most {usual_bytes} then.
-- key:         host, day
-- rows:        src_endpoint_ip = {host} AND traffic_bytes_out > 100000
-- param: from_hour 22
-- param: to_hour 6
-- param: min_bytes 20000000
-- param: times 10
-- param: min_days 5
WITH sent AS (
  SELECT src_endpoint_ip, dst_endpoint_ip, traffic_bytes_out, time, 1 AS fresh FROM log
   WHERE traffic_bytes_out > 0
   UNION ALL
  SELECT src_endpoint_ip, dst_endpoint_ip, traffic_bytes_out, time, 0 AS fresh FROM log_past
   WHERE traffic_bytes_out > 0),
daily AS (
  SELECT b.src_endpoint_ip AS host, hm_day(b.time) AS day, max(b.fresh) AS fresh, min(b.time) AS first_seen, max(b.time) AS last_seen,
         sum(CASE WHEN hm_hour(b.time) >= :{from_hour} OR hm_hour(b.time) < :{to_hour} OR hm_weekend(b.time)
                  THEN b.traffic_bytes_out ELSE 0 END) AS bytes_out
    FROM sent b
    JOIN address s ON s.ip = b.src_endpoint_ip
    JOIN address d ON d.ip = b.dst_endpoint_ip
   WHERE s.internal AND NOT d.internal
   GROUP BY b.src_endpoint_ip, hm_day(b.time)),
other AS (
  SELECT a.host AS host, a.day AS day, max(o.bytes_out) AS most, count(*) AS days
    FROM daily a
    JOIN daily o ON o.host = a.host AND o.day <> a.day
   WHERE a.fresh = 1 AND a.bytes_out >= :{min_bytes}
   GROUP BY a.host, a.day)
SELECT d.host AS host, d.day AS day, d.bytes_out AS bytes_out, o.most AS usual_bytes, o.days AS days,
       d.first_seen AS first_seen, d.last_seen AS last_seen
  FROM daily d
  JOIN other o ON o.host = d.host AND o.day = d.day
 WHERE o.days >= :{min_days} AND d.bytes_out >= :{times} * o.most
 ORDER BY bytes_out DESC NULLS LAST, host NULLS LAST
