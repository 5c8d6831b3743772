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
WITH daily AS (
  SELECT host, day, max(fresh) AS fresh, min(first_seen) AS first_seen, max(last_seen) AS last_seen,
         sum(CASE WHEN hour >= :{from_hour} OR hour < :{to_hour} OR hm_weekend(first_seen) THEN bytes_out ELSE 0 END) AS bytes_out
    FROM hourly
   GROUP BY host, day
  HAVING sum(bytes_out) > 0),
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
