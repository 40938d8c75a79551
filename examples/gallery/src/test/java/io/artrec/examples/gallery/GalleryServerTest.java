package io.artrec.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.examples.gallery.web.Paths;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gallery over HTTP, without a browser. */
class GalleryServerTest {
  private static final int MOST_OF_A_KIND = 6;
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");
  private static final String[] PAGES = {
    "/",
    "/?all=1&n=60",
    "/work/evil-script",
    "/work/evil-script?q=Who+painted+it%3F&by=artist",
    "/work/evil-script/why",
    "/work/evil-script/why-not",
    "/work/evil-image?by=subject",
    "/wish?q=a+quiet+sea",
    "/wish?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/color?c0=%231f4e79&s0=20",
    "/room?wall=%23cfd6d0&accent=%23b5651d&width=320",
    "/mood?pleasant=50&stirring=-50&from=sad&to=calm",
    "/map",
    "/map?by=palette&region=0",
    "/talk",
    "/meet",
    "/you",
    "/add",
    "/operator",
    "/about"
  };

  @TempDir static Path folder;
  private static OpenGallery gallery;

  private Caller visitor;

  @BeforeAll
  static void open() throws IOException {
    gallery = OpenGallery.in(folder);
  }

  @BeforeEach
  void enter() {
    visitor = new Caller(gallery.address());
  }

  @AfterAll
  static void close() {
    gallery.close();
  }

  @Test
  void wall_hangsWorksWithReasons_underAStrictPolicy() throws Exception {
    HttpResponse<String> wall = visitor.get("/");
    assertThat(wall.statusCode()).isEqualTo(200);
    assertThat(visitor.works(wall.body())).hasSize(13).doesNotHaveDuplicates();
    assertThat(wall.body().split("class=\"reason\"", -1)).hasSize(14);
    assertThat(wall.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http");
    assertThat(wall.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(wall.headers().firstValue("Set-Cookie").orElseThrow())
        .matches("visitor=[0-9a-f]{96};.*HttpOnly; SameSite=Lax");
  }

  @Test
  void like_changesTheWallAtOnce_andSaysWhatIsNewForIt() throws Exception {
    List<String> before = visitor.works(visitor.page("/"));
    String liked = before.get(0);
    assertThat(visitor.change("/feedback", "work", liked, "act", "like").statusCode())
        .isEqualTo(303);
    String wall = visitor.page("/");
    List<String> after = visitor.works(wall);
    assertThat(after).doesNotContain(liked).isNotEqualTo(before);
    assertThat(wall).contains("You like “", "New on the wall for it: ", "which you liked");
    Set<String> fresh = new LinkedHashSet<>();
    Matcher marked = Pattern.compile("work fresh\" data-work=\"([^\"]*)\"").matcher(wall);
    while (marked.find()) {
      fresh.add(marked.group(1));
    }
    assertThat(fresh).isNotEmpty().doesNotContainAnyElementsOf(before);
    assertThat(visitor.page("/")).doesNotContain("You like “");
  }

  @Test
  void dislikeAndBlock_keepWorksOff_untilTheyAreTakenBack() throws Exception {
    List<String> before = visitor.works(visitor.page("/"));
    String artist = before.get(0).substring(0, before.get(0).lastIndexOf('-'));
    visitor.change("/feedback", "work", before.get(0), "act", "block");
    String wall = visitor.page("/");
    assertThat(visitor.works(wall)).noneMatch(id -> id.startsWith(artist));
    Matcher undo = Pattern.compile("name=\"artist\" value=\"([^\"]*)\"").matcher(wall);
    assertThat(undo.find()).isTrue();
    visitor.change("/undo", "artist", undo.group(1));
    assertThat(visitor.works(visitor.page("/"))).contains(before.get(0));
    visitor.change("/feedback", "work", before.get(1), "act", "dislike");
    String disliked = visitor.page("/");
    assertThat(visitor.works(disliked)).doesNotContain(before.get(1));
    Matcher event = Pattern.compile("name=\"event\" value=\"([^\"]*)\"").matcher(disliked);
    assertThat(event.find()).isTrue();
    visitor.change("/undo", "event", event.group(1));
    assertThat(visitor.works(visitor.page("/"))).contains(before.get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void everyPage_holdsItsOneScriptAndNoOther(String language) throws Exception {
    visitor.speaking(language);
    visitor.page("/");
    visitor.change("/feedback", "work", "evil-script", "act", "like");
    visitor.change("/talk", "said", OpenGallery.SCRIPT + " something blue");
    for (String path : PAGES) {
      String page = visitor.page(path);
      assertThat(page).as(path).contains("lang=\"" + language + "\"");
      assertThat(page.split("<script", -1)).as("scripts of " + path).hasSize(2);
      assertThat(page).as(path).doesNotContain("<img src=x");
    }
    assertThat(visitor.page("/work/evil-script")).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void everyLink_leadsSomewhere() throws Exception {
    visitor.page("/");
    Set<String> seen = new LinkedHashSet<>(List.of("/", "/?all=1&n=60"));
    Deque<String> next = new ArrayDeque<>(seen);
    Map<String, Integer> kinds = new HashMap<>();
    while (!next.isEmpty()) {
      String path = next.remove();
      HttpResponse<String> response = visitor.get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      boolean page = response.headers().firstValue("Content-Type").orElse("").contains("html");
      Matcher links = LINK.matcher(page ? response.body() : "");
      while (links.find()) {
        String link = links.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
        String kind = link.replaceFirst("[?].*", "").replaceFirst("^(/[^/]*)/[^/]*", "$1");
        if (!seen.contains(link) && kinds.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND) {
          seen.add(link);
          next.addFirst(link);
        }
      }
    }
    assertThat(seen).contains("/talk", "/you/export", "/static/gallery.css", "/operator");
    assertThat(seen).anyMatch(it -> it.endsWith("/why-not")).anyMatch(it -> it.contains("/480"));
  }

  @Test
  void change_needsTheVisitorsOwnToken() throws Exception {
    String id = visitor.works(visitor.page("/")).get(0);
    Caller other = new Caller(gallery.address());
    other.page("/");
    Map<String, String> foreign = Map.of("work", id, "act", "like", "token", other.token());
    assertThat(visitor.post("/feedback", foreign, Map.of()).statusCode()).isEqualTo(403);
    Map<String, String> none = Map.of("work", id, "act", "like");
    assertThat(visitor.post("/feedback", none, Map.of()).statusCode()).isEqualTo(403);
    Map<String, String> own = Map.of("work", id, "act", "like", "token", visitor.token());
    assertThat(visitor.post("/feedback", own, Map.of("Sec-Fetch-Site", "cross-site")).statusCode())
        .isEqualTo(403);
    assertThat(visitor.page("/you")).doesNotContain(">liked<");
    assertThat(visitor.get("/feedback").statusCode()).isEqualTo(405);
    assertThat(new Caller(gallery.address()).post("/you/forget", own, Map.of()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void idThatTheGalleryDidNotSign_isAStranger() throws Exception {
    visitor.page("/");
    String own = visitor.cookie();
    assertThat(visitor.get("/").headers().firstValue("Set-Cookie")).isEmpty();
    String id = "0123456789abcdef".repeat(2);
    for (String forged : List.of(id, id + "0".repeat(64), id + own.substring(32), "", own + "0")) {
      Caller caller = new Caller(gallery.address()).withCookie(forged);
      caller.page("/");
      assertThat(caller.cookie()).as(forged).hasSize(96).isNotEqualTo(forged);
      assertThat(caller.visitor()).as(forged).isNotIn(id, visitor.visitor());
    }
    String token = visitor.token();
    assertThat(own).as("a page does not tell what signs the cookie").doesNotContain(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"//elsewhere.example", "/\\elsewhere.example", "https://e.example", "x"})
  void change_leadsBackToNoOtherSite(String back) throws Exception {
    visitor.page("/");
    HttpResponse<String> answer = visitor.change("/settings", "theme", "dark", "back", back);
    assertThat(answer.headers().firstValue("Location")).contains("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/../simplelogger.properties",
        "/static/..%2f..%2f..%2f..%2fsimplelogger.properties",
        "/static/%2e%2e/gallery.css",
        "/static/",
        "/picture/..%2f..%2fworks.csv/480",
        "/picture/%2e%2e/480",
        "/picture/vey-01/99999",
        "/work/..%2f..%2fetc%2fpasswd",
        "/room/drawing/evil-script",
        "/work/nowhere/why",
        "/operator/nothing",
        "/%00"
      })
  void pathsToWhatIsNotAWork_areNotFound(String path) throws Exception {
    HttpResponse<String> answer = visitor.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("Nothing hangs at this place.")
        .doesNotContain("at io.artrec");
  }

  @Test
  void idThatLooksLikeAPath_isOnlyAnId() throws Exception {
    assertThat(visitor.page(Paths.of("work", OpenGallery.EVIL_ID)))
        .contains("An id that leads elsewhere");
  }

  @Test
  void picture_isASizedJpegThatBrowsersKeep() throws Exception {
    String id = visitor.works(visitor.page("/")).get(0);
    HttpResponse<byte[]> picture = visitor.bytes("/picture/" + id + "/480");
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age");
    assertThat(picture.body()).startsWith(0xFF, 0xD8).hasSizeGreaterThan(1000);
  }

  @Test
  void addedWork_hangsOnEverybodysWallAtOnce() throws Exception {
    visitor.page("/");
    HttpResponse<String> added = visitor.add("Brought by hand", OpenGallery.picture(300, 200));
    assertThat(added.statusCode()).isEqualTo(303);
    String path = added.headers().firstValue("Location").orElseThrow();
    assertThat(visitor.page(path)).contains("Brought by hand", "A Visitor");
    Caller stranger = new Caller(gallery.address());
    assertThat(stranger.works(stranger.page("/"))).contains(path.substring("/work/".length()));
  }

  @Test
  void artist_isFollowed_comesForward_andIsGivenBack() throws Exception {
    String work = visitor.works(visitor.page("/")).get(0);
    Matcher link =
        Pattern.compile("href=\"(/artist/[^\"]+)\">All works by ([^<]+)<")
            .matcher(visitor.page(Paths.of("work", work)));
    assertThat(link.find()).isTrue();
    String artist = link.group(2);
    String page = visitor.page(link.group(1));
    assertThat(page).contains("Follow this artist");
    assertThat(visitor.works(page)).contains(work);
    String[] follow = {"act", "follow", "work", work, "artist", artist};
    assertThat(visitor.change("/feedback", follow).statusCode()).isEqualTo(303);
    assertThat(visitor.page(link.group(1)))
        .contains("You follow " + artist + ".", "Follow no longer");
    assertThat(visitor.page("/you")).contains("Followed: " + artist);
    assertThat(visitor.page("/")).contains(artist + ", whom you follow");
    assertThat(visitor.change("/undo", "followed", artist).statusCode()).isEqualTo(303);
    assertThat(visitor.page("/you")).doesNotContain("Followed:");
    String[] other = {"act", "follow", "work", work, "artist", "Somebody else"};
    assertThat(visitor.change("/feedback", other).statusCode()).isEqualTo(400);
  }

  @Test
  void explainedWall_isTheOneThatHangs() throws Exception {
    Caller speaker = new Caller(gallery.address()).speaking("zh");
    String first = speaker.works(speaker.page("/")).get(0);
    speaker.change("/feedback", "work", first, "act", "like");
    String wall = speaker.page("/");
    String work = speaker.works(wall).get(0);
    Matcher reason = Pattern.compile("class=\"reason\">([^<]*)<").matcher(wall);
    assertThat(reason.find()).isTrue();
    assertThat(speaker.page(Paths.of("work", work, "why"))).contains(reason.group(1));
    assertThat(reason.group(1)).as("works are named in Chinese").doesNotContainPattern("《[A-Z]");
  }

  @Test
  void operator_seesTheExperiment_andTakesItsReportAlong() throws Exception {
    visitor.page("/");
    visitor.page("/");
    assertThat(visitor.page("/operator"))
        .contains("Which mixture hangs the walls", "Experiment: learned mixtures")
        .contains("Go on: too few visitors are done to say anything.");
    HttpResponse<String> report = visitor.get("/operator/experiment");
    assertThat(report.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment");
    assertThat(report.body()).contains("gallery-mixtures");
  }

  @Test
  void whatIsNoPicture_isRefusedInWords() throws Exception {
    visitor.page("/");
    byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer = visitor.add("No picture", html);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("This file is no picture that can be read here.")
        .doesNotContain("Exception");
    try (Stream<Path> files = Files.list(folder.resolve("state").resolve("added"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void eightPairs_hangTheWallByTheAnswers() throws Exception {
    visitor.page("/");
    for (int i = 0; i < 8; i++) {
      String page = visitor.page("/meet");
      assertThat(page).contains("Pair " + (i + 1) + " of 8");
      visitor.change(
          "/meet",
          "first",
          hidden(page, "first"),
          "second",
          hidden(page, "second"),
          "choice",
          "FIRST");
    }
    assertThat(visitor.page("/meet")).contains("What the pairs told");
    assertThat(visitor.change("/meet/keep").headers().firstValue("Location")).contains("/");
    assertThat(visitor.page("/")).contains("The wall follows your 8 answers.");
  }

  private static String hidden(String page, String name) {
    Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void conversation_remembersWhatWasSaid_andStartsOver() throws Exception {
    visitor.page("/");
    visitor.change("/talk", "said", "something blue");
    visitor.change("/talk", "said", "a sea");
    assertThat(visitor.page("/talk")).contains("something blue", "a sea");
    visitor.change("/talk", "again", "1");
    assertThat(visitor.page("/talk")).doesNotContain("something blue");
  }

  @Test
  void export_holdsAll_andForgettingLeavesNothing() throws Exception {
    String id = visitor.works(visitor.page("/")).get(0);
    visitor.page("/");
    visitor.change("/feedback", "work", id, "act", "like");
    visitor.change("/talk", "said", "a very private wish");
    String name = visitor.visitor();
    JsonObject held = JsonParser.parseString(visitor.page("/you/export")).getAsJsonObject();
    assertThat(held.toString()).contains(name, "favorite", id, "a very private wish");
    Caller before = visitor.at(gallery.address());
    visitor.change("/you/forget");
    assertThat(visitor.visitor()).isNotEqualTo(name);
    assertThat(visitor.page("/you")).contains("You are a stranger here again.");
    assertThat(before.page("/you/export")).doesNotContain("favorite", id, "a very private wish");
  }

  @Test
  void wishThatFindsNothing_isToldToTheOperator_untilItsVisitorIsForgotten() throws Exception {
    visitor.page("/");
    assertThat(visitor.page("/wish?q=a+dinosaur+from+1650+in+bronze"))
        .contains("Nothing here fits.");
    assertThat(visitor.page("/operator")).contains("a dinosaur from 1650 in bronze");
    visitor.change("/you/forget");
    assertThat(visitor.page("/operator")).doesNotContain("dinosaur");
  }
}
