-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    危険と知られたドメインとの通信
-- title.en:    Traffic with domains known for harm
-- means.ja:    脅威情報の一覧にあるドメインを引いた、またはそこへつないだ端末があります。
-- means.en:    A host asked for, or connected to, a domain of an indicator list.
-- do.ja:       端末を調べ、感染が疑われるときは切り離して報告してください。
-- do.en:       Examine the host; if it may be infected, disconnect and report it.
-- sentence.ja: {host} が {list} にあるドメイン {indicator}（{name} など {names} 個の名前）へ {first_seen}〜{last_seen} に {events} 回問い合わせ・接続しました。
-- sentence.en: {host} asked for or connected to {indicator}, a domain of {list} ({name}; {names} names in all), {events} times between {first_seen} and {last_seen}.
-- needs:       indicator
-- key:         host, indicator
-- rows:        src_endpoint_ip = {host} AND (query_hostname = {name} OR http_request_url_hostname = {name} OR tls_sni = {name})
WITH named AS (
  SELECT src_endpoint_ip, time, coalesce(query_hostname, http_request_url_hostname, tls_sni) AS name
    FROM log
   WHERE query_hostname IS NOT NULL OR http_request_url_hostname IS NOT NULL OR tls_sni IS NOT NULL)
SELECT n.src_endpoint_ip AS host, i.indicator AS indicator, min(n.name) AS name, count(DISTINCT n.name) AS names, min(i.list) AS list,
       count(*) AS events, min(n.time) AS first_seen, max(n.time) AS last_seen
  FROM named n
  JOIN indicator_name i ON i.name = n.name
 GROUP BY n.src_endpoint_ip, i.indicator
 ORDER BY events DESC NULLS LAST, host NULLS LAST, indicator NULLS LAST
