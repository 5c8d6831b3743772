-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    危険と知られたURLへの接続
-- title.en:    Requests for URLs known for harm
-- means.ja:    脅威情報の一覧にあるURLを開いた端末があります。
-- means.en:    A host opened a URL of an indicator list.
-- do.ja:       何を受け取ったかを調べ、必要なら端末を切り離してください。
-- do.en:       Find out what was received; disconnect the host if need be.
-- sentence.ja: {host} が {list} にあるURL {indicator} を {first_seen}〜{last_seen} に {events} 回開きました。
-- sentence.en: {host} opened {indicator}, a URL of {list}, {events} times between {first_seen} and {last_seen}.
-- needs:       indicator
-- key:         host, indicator
-- rows:        src_endpoint_ip = {host} AND http_request_url_hostname = {name}
SELECT l.src_endpoint_ip AS host, i.indicator AS indicator, min(i.host) AS name, min(i.list) AS list,
       count(*) AS events, min(l.time) AS first_seen, max(l.time) AS last_seen
  FROM log l
  JOIN indicator_url i ON i.host = l.http_request_url_hostname AND i.url = l.http_request_url_url_string
 GROUP BY l.src_endpoint_ip, i.indicator
 ORDER BY events DESC NULLS LAST, host NULLS LAST, indicator NULLS LAST
