package org.hashmatch.bank.exchange;

import java.util.Map;

/** One small list of each format, with invented values. */
final class Examples {

  static final String HASH = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
  static final String MD5 = "00112233445566778899aabbccddeeff";
  static final String SHA1 = "00112233445566778899aabbccddeeff00112233";
  static final String SHA256 = MD5 + "ffeeddccbbaa99887766554433221100";

  static final String NCMEC =
      """
      <queryResult xmlns="https://hashsharing.ncmec.org/hashsharing/v2">
        <images count="2" maxTimestamp="2026-03-02T08:00:00Z">
          <image><member id="9001">Sample NGO</member><timestamp>2026-03-02T07:59:00Z</timestamp><id>demo-17</id><classification>B2</classification>
            <fingerprints><md5>MD5</md5><pdq>HASH</pdq></fingerprints></image>
          <deletedImage><member id="9001">Sample NGO</member><id>demo-03</id><timestamp>2026-03-02T08:00:00Z</timestamp></deletedImage>
        </images><videos count="0"/>
        <paging><next>/v2/entries?from=2026-03-01T00%3A00%3A00Z&amp;to=2026-03-02T09%3A00%3A00Z&amp;start=1001&amp;size=1000&amp;max=2000</next></paging>
      </queryResult>
      """
          .replace("MD5", MD5)
          .replace("HASH", HASH);

  static final String STOPNCII =
      """
      {"count":1,"nextSetTimestamp":1790000000,"nextPageToken":"abc=","hasMoreRecords":false,"hashRecords":[
       {"lastModtimestamp":1789999000,"signalType":"ImagePDQ","hashValue":"HASH","hashStatus":"Active",
        "caseNumbers":{"11111111-2222-3333-4444-555555555555":"Active","99999999-0000-0000-0000-000000000000":"Withdrawn"},
        "CSPFeedbacks":[{"source":"ExamplePlatform","feedbackValue":"Blocked","tags":["Intimate"]}]}]}
      """
          .replace("HASH", HASH);

  static final String THREATEXCHANGE =
      """
      {"id":"123","indicator":"HASH","type":"HASH_PDQ","last_updated":1790000000,"should_delete":false,"descriptors":{"data":[{"id":"5","owner":{"id":"42"},"status":"MALICIOUS","tags":["example_tag"],"added_on":"2026-03-01T10:00:00+0000"}]}}
      """
          .replace("\"HASH\"", "\"" + HASH + "\"");

  static final String TX_CSV =
      """
      signal_type,signal_str,collab,category,tags
      pdq,HASH,Demo List,POSITIVE_CLASS,ncii demo
      """
          .replace("HASH", HASH);

  static final String VICS =
      """
      {"@odata.context":"http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/Default/$metadata#Media",
       "value":[{"MediaID":1,"Category":3,"MD5":"00112233445566778899AABBCCDDEEFF","SHA1":"","MediaSize":20480,"IsPrecategorized":true,"Tags":"#demo"}]}
      """;

  static final String VICS_CASES =
      """
      {"@odata.context":"http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/US/$metadata#Cases",
       "value":[{"CaseID":"c-1","CaseNumber":"17","TotalMediaFiles":9,"Media":[
         {"MediaID":1,"Category":3,"MD5":"MD5","PhotoDNA":"eHh4","MediaFiles":[{"MD5":"MD5","FileName":"a.jpg"}]},
         {"MediaID":2,"Category":null,"AlternativeHashes":[{"HashName":"PDQ","HashValue":"HASH"},{"HashName":"PhotoDNA","HashValue":"eHh4"}]}]},
        {"CaseID":"c-2","Media":[{"MediaID":3,"SHA1":"SHA1","MimeType":"video/mp4"}]}]}
      """
          .replace("\"MD5\":\"MD5\"", "\"MD5\":\"" + MD5 + "\"")
          .replace("HASH\"", HASH + "\"")
          .replace("\"SHA1\":\"SHA1\"", "\"SHA1\":\"" + SHA1 + "\"");

  static final String ICSE =
      """
      MD5;SHA1;PhotoDNA;Image ID;Is distributed;Victim identified;Offender identified;Series name;Number of submissions;File Available;Media Type;Baseline
      MD5HEX;;;77;n;n;n;;1;y;image;n
      """
          .replace("MD5HEX", MD5);

  static final String TAT =
      """
      {"count":2,"next":null,"previous":null,"checkpoint":"x","results":[
       {"id":7,"hash_digest":"MD5HEX","algorithm":"MD5","ideology":"far-right","file_type":"jpg","deleted":false,"updated_on":"2026-03-02T08:00:00.000000Z","created_on":"2026-03-01T08:00:00Z"},
       {"id":8,"hash_digest":"MD5HEX","algorithm":"MD5","ideology":"islamist","file_type":"jpg","deleted":true,"updated_on":"2026-03-02T08:00:00Z","created_on":"2026-03-01T08:00:00Z"}]}
      """
          .replace("MD5HEX", MD5);

  static final String PDQ = HASH + ",a.jpg\n";
  static final String PDQ_QUALITY = HASH + ",87,a.jpg\n";
  static final String CSV =
      """
      id,hash,quality,labels,source,case,status
      x/1,HASH,87,"a,b",ngo,c-1,active
      x/2,,,,,,withdrawn
      """
          .replace("HASH", HASH);

  static final String NDJSON =
      """
      {"hashmatch":"list","v":1,"end":true}
      {"op":"add","id":"case-7/img-2","kind":"known","status":"active","hashes":[{"alg":"pdq/1/256","hash":"HASH"}],"digests":{"md5":["MD5HEX"]},"quality":87,"labels":["ncii"],"origins":[{"source":"ngo","case":"7"}],"provenance":"list line 3","added":"2026-03-02T08:00:00Z","updated":"2026-03-02T09:00:00Z","expires":"2027-03-02T08:00:00Z","opinions":[{"by":"ann","verdict":"true_positive","at":"2026-03-03T08:00:00Z"}]}
      {"op":"remove","id":"case-7/img-1","reason":"deleted","at":"2026-03-02T08:00:00Z"}
      {"end":2}
      """
          .replace("\"HASH\"", "\"" + HASH + "\"")
          .replace("MD5HEX", MD5);

  private static final Map<ListFormat, String> ALL =
      Map.ofEntries(
          Map.entry(ListFormat.NCMEC, NCMEC),
          Map.entry(ListFormat.STOPNCII, STOPNCII),
          Map.entry(ListFormat.THREATEXCHANGE, THREATEXCHANGE),
          Map.entry(ListFormat.TX_CSV, TX_CSV),
          Map.entry(ListFormat.VICS, VICS_CASES),
          Map.entry(ListFormat.ICSE, ICSE),
          Map.entry(ListFormat.TAT, TAT),
          Map.entry(ListFormat.PDQ, PDQ),
          Map.entry(ListFormat.PDQ_QUALITY, PDQ_QUALITY),
          Map.entry(ListFormat.CSV, CSV),
          Map.entry(ListFormat.NDJSON, NDJSON));

  private Examples() {}

  static String of(ListFormat format) {
    String example = ALL.get(format);
    if (example == null) {
      throw new AssertionError("no example of " + format);
    }
    return example;
  }
}
