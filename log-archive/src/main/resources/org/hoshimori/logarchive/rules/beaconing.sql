-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    一定間隔の通信（ビーコン）
-- title.en:    Traffic at even intervals (beacons)
-- means.ja:    端末がほぼ一定の間隔で社外の同じ相手につなぎ続けています。遠隔操作の合図のことがあります。
-- means.en:    A host keeps connecting to the same outside party at nearly even intervals, as remote control does.
-- do.ja:       相手と通信しているプログラムを確かめてください。更新の確認など正当なものなら「説明済み」にしてください。
-- do.en:       Find the program and the party; mark it explained if it is legitimate, such as a check for updates.
-- sentence.ja: {host} が {destination} のポート {port} へ約 {period_seconds} 秒ごとに {events} 回つなぎました（そろい方 {evenness}、{first_seen}〜{last_seen}）。
-- sentence.en: {host} connected to {destination} port {port} about every {period_seconds} seconds, {events} times (evenness {evenness}, {first_seen} to {last_seen}).
-- key:         host, destination, port
-- rows:        src_endpoint_ip = {host} AND dst_endpoint_ip = {destination} AND coalesce(dst_endpoint_port, 0) = {port}
-- param: min_events 20
-- param: max_events 50000
-- param: min_period 5
-- param: min_hours 1
-- param: jitter 0.3
-- param: evenness 0.8
-- param: many 100
-- param: evenness_of_many 0.5
-- param: popular 4
WITH met AS (
  SELECT DISTINCT host, destination FROM conversation WHERE destination IS NOT NULL),
party AS (
  SELECT destination, count(*) AS hosts FROM met GROUP BY destination),
pair AS (
  SELECT c.host AS host, c.destination AS destination, c.port AS port, sum(c.events) AS events, min(c.first_seen) AS first_seen,
         max(c.last_seen) AS last_seen
    FROM conversation c
    JOIN party t ON t.destination = c.destination
    JOIN address s ON s.ip = c.host
    JOIN address d ON d.ip = c.destination
   WHERE s.internal AND NOT d.internal AND NOT d.multicast AND c.class IN (4001, 4002) AND c.port NOT IN (53, 123)
     AND t.hosts <= :{popular}
   GROUP BY c.host, c.destination, c.port
  HAVING sum(c.events) BETWEEN :{min_events} AND :{max_events}
     AND hm_seconds(min(c.first_seen), max(c.last_seen)) >= :{min_hours} * 3600),
event AS (
  SELECT p.host AS host, p.destination AS destination, p.port AS port, l.time AS time,
         lag(l.time) OVER (PARTITION BY p.host, p.destination, p.port ORDER BY l.time NULLS FIRST) AS before
    FROM log l
    JOIN pair p ON p.host = l.src_endpoint_ip AND p.destination = l.dst_endpoint_ip AND p.port = coalesce(l.dst_endpoint_port, 0)
   WHERE l.class_uid IN (4001, 4002)),
gap AS (
  SELECT host, destination, port, hm_seconds(before, time) AS seconds
    FROM event
   WHERE before IS NOT NULL AND hm_seconds(before, time) >= :{min_period}),
middle AS (
  SELECT host, destination, port, median(seconds) AS period, count(*) AS gaps
    FROM gap
   GROUP BY host, destination, port),
even AS (
  SELECT g.host AS host, g.destination AS destination, g.port AS port, m.period AS period, m.gaps AS gaps,
         avg(CASE WHEN abs(g.seconds - m.period) <= :{jitter} * m.period THEN 1.0 ELSE 0.0 END) AS evenness
    FROM gap g
    JOIN middle m ON m.host = g.host AND m.destination = g.destination AND m.port = g.port
   GROUP BY g.host, g.destination, g.port, m.period, m.gaps)
SELECT e.host AS host, e.destination AS destination, e.port AS port, round(e.period, 1) AS period_seconds,
       round(e.evenness, 2) AS evenness, p.events AS events, p.first_seen AS first_seen, p.last_seen AS last_seen
  FROM even e
  JOIN pair p ON p.host = e.host AND p.destination = e.destination AND p.port = e.port
 WHERE e.gaps >= :{min_events} - 1
   AND e.evenness >= CASE WHEN e.gaps >= :{many} THEN :{evenness_of_many} ELSE :{evenness} END
 ORDER BY evenness DESC NULLS LAST, events DESC NULLS LAST, host NULLS LAST, destination NULLS LAST
