-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    DNSを使った隠れた通信
-- title.en:    Tunnels through DNS
-- means.ja:    端末が一つのドメインの下の長くて毎回違う名前を大量に引いています。DNSの中にデータを隠す手口の形です。
-- means.en:    A host asks for very many long, ever different names below one domain, as data hidden in DNS looks.
-- do.ja:       ドメインの持ち主と、端末の中のプログラムを確かめてください。
-- do.en:       Find out whose domain it is, and the program on the host.
-- sentence.ja: {host} が {domain} の下の {names} 個の違う名前（平均 {length} 文字）を {first_seen}〜{last_seen} に引きました。
-- sentence.en: {host} asked for {names} different names below {domain}, {length} characters long on average, between {first_seen} and {last_seen}.
-- key:         host, domain
-- rows:        class_uid = 4003 AND src_endpoint_ip = {host}
-- param: min_names 100
-- param: min_length 30
-- param: popular 3
WITH asked AS (
  SELECT src_endpoint_ip AS host, query_hostname AS name, min(time) AS first_seen, max(time) AS last_seen, count(*) AS events
    FROM log_dns
   WHERE length(query_hostname) >= :{min_length} AND query_hostname NOT LIKE '%.arpa' AND query_hostname NOT LIKE '%.local'
   GROUP BY src_endpoint_ip, query_hostname),
domain AS (
  SELECT host, hm_domain(name) AS domain, count(*) AS names, sum(events) AS events, avg(length(name)) AS length,
         min(first_seen) AS first_seen, max(last_seen) AS last_seen
    FROM asked
   GROUP BY host, hm_domain(name)),
party AS (
  SELECT domain, count(DISTINCT host) AS hosts FROM domain GROUP BY domain)
SELECT d.host AS host, d.domain AS domain, d.names AS names, d.events AS events, round(d.length, 0) AS length,
       d.first_seen AS first_seen, d.last_seen AS last_seen
  FROM domain d
  JOIN party p ON p.domain = d.domain
 WHERE d.names >= :{min_names} AND p.hosts <= :{popular}
 ORDER BY names DESC NULLS LAST, host NULLS LAST, domain NULLS LAST
