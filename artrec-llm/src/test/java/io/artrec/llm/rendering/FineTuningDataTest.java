package io.artrec.llm.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.llm.rendering.FineTuningReport.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuningDataTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int WORKS = 400;
  private static final int VISITORS = 60;

  @TempDir Path folder;

  private static Artwork work(int i) {
    return Artwork.builder("w" + i, "Title" + i).artist("Painter" + i % 7).build();
  }

  private static Catalog catalog() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < WORKS; i++) {
      works.add(work(i));
    }
    return Catalog.of(works);
  }

  /** Every visitor has works of their own, so that a title tells whose event it was. */
  private static List<Interaction> events() {
    SplittableRandom random = new SplittableRandom(3);
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < VISITORS * 6; i++) {
      int visitor = i % VISITORS;
      Instant when = START.plusSeconds(random.nextInt(1_000_000));
      String user = "canary-" + visitor;
      events.add(Interaction.favorite(user, "w" + i).at(when));
    }
    return events;
  }

  private static int visitor(int work) {
    return work % VISITORS;
  }

  private List<JsonObject> lines(Path where, Part part) throws IOException {
    return Files.readAllLines(where.resolve(part.name().toLowerCase(Locale.ROOT) + ".jsonl"))
        .stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  private static Set<Integer> works(String text) {
    Set<Integer> works = new HashSet<>();
    var titles = java.util.regex.Pattern.compile("Title(\\d+)").matcher(text);
    while (titles.find()) {
      works.add(Integer.parseInt(titles.group(1)));
    }
    return works;
  }

  @Test
  void textByHand() throws IOException {
    List<Interaction> events =
        List.of(
            Interaction.favorite("ada", "w1").at(START),
            Interaction.dislike("ada", "w2").at(START.plusSeconds(1)),
            Interaction.rating("ada", "w3", 4.5)
                .at(START.plusSeconds(2))
                .saying("So calm, ada! Ask eve-2 or mail me@x.org"),
            Interaction.impression("ada", "w4").at(START.plusSeconds(3)),
            Interaction.favorite("eve-2", "w5").at(START));
    FineTuningData data = FineTuningData.of(catalog(), Interactions.of(events)).heldOut(0);
    FineTuningReport report = data.writeText(folder, TextTask.NEXT, TextTask.RATING);
    assertThat(report.examples(Part.TRAIN)).isEqualTo(2);
    assertThat(report.visitors(Part.TRAIN)).isEqualTo(1);
    assertThat(report.examples(Part.TEST)).isZero();
    List<JsonObject> lines = lines(folder, Part.TRAIN);
    assertThat(lines.get(0).get("input").getAsString())
        .isEqualTo(
            """
            Name the work that the visitor likes next.
            The visitor liked, the most recent last:
            Title1 — Painter1""");
    assertThat(lines.get(0).get("target").getAsString()).isEqualTo("Title3 — Painter3");
    assertThat(lines.get(1).get("target").getAsString()).isEqualTo("4.5");
    assertThatThrownBy(() -> data.writeText(folder, TextTask.EXPLANATION))
        .hasMessageContaining("call withComments()");
    data.withComments().writeText(folder, TextTask.EXPLANATION);
    assertThat(lines(folder, Part.TRAIN).get(0).get("target").getAsString())
        .isEqualTo("So calm, [visitor]! Ask [visitor] or mail [e-mail]");
  }

  @Test
  void noVisitorAndNoLaterEventLeaks() throws IOException {
    List<Interaction> events = events();
    FineTuningData data = FineTuningData.of(catalog(), Interactions.of(events)).heldOut(0.2);
    FineTuningReport report = data.writeText(folder, TextTask.NEXT);
    List<Instant> times = events.stream().map(event -> event.time().orElseThrow()).toList();
    Map<Part, Set<Integer>> visitors = new HashMap<>();
    Map<Part, Instant> first = new HashMap<>();
    Map<Part, Instant> last = new HashMap<>();
    for (Part part : Part.values()) {
      for (JsonObject line : lines(folder, part)) {
        int answer = works(line.get("target").getAsString()).iterator().next();
        Set<Integer> before = works(line.get("input").getAsString());
        Instant when = times.get(answer);
        assertThat(before)
            .isNotEmpty()
            .allMatch(work -> visitor(work) == visitor(answer))
            .allMatch(work -> times.get(work).isBefore(when));
        visitors.computeIfAbsent(part, p -> new HashSet<>()).add(visitor(answer));
        first.merge(part, when, (a, b) -> a.isBefore(b) ? a : b);
        last.merge(part, when, (a, b) -> a.isAfter(b) ? a : b);
      }
      assertThat(report.examples(part)).isPositive().isEqualTo(lines(folder, part).size());
      assertThat(report.visitors(part)).isEqualTo(visitors.getOrDefault(part, Set.of()).size());
    }
    assertThat(visitors.get(Part.TRAIN))
        .doesNotContainAnyElementsOf(visitors.get(Part.VALIDATION))
        .doesNotContainAnyElementsOf(visitors.get(Part.TEST));
    assertThat(visitors.get(Part.VALIDATION)).doesNotContainAnyElementsOf(visitors.get(Part.TEST));
    assertThat(last.get(Part.TRAIN)).isBefore(first.get(Part.VALIDATION));
    assertThat(last.get(Part.VALIDATION)).isBefore(first.get(Part.TEST));
    assertThat(report.outsideTheirTime()).isPositive();
    // Each visitor's first favourite has nothing before it.
    long all =
        report.examples(Part.TRAIN) + report.examples(Part.VALIDATION) + report.examples(Part.TEST);
    assertThat(all + report.outsideTheirTime()).isEqualTo(VISITORS * 5L);
  }

  @Test
  void candidatesHoldNoneOfTheVisitorsOtherWorks_andTheAnswerNamesTheLikedOne() throws IOException {
    FineTuningData data = FineTuningData.of(catalog(), Interactions.of(events())).candidates(5);
    data.writeChat(folder.resolve("chat"));
    int[] places = new int[5];
    for (JsonObject line : lines(folder.resolve("chat"), Part.TRAIN)) {
      JsonArray messages = line.getAsJsonArray("messages");
      assertThat(messages).hasSize(3);
      String asked = messages.get(1).getAsJsonObject().get("content").getAsString();
      String answer = messages.get(2).getAsJsonObject().get("content").getAsString();
      String alias = JsonParser.parseString(answer).getAsJsonObject().get("choice").getAsString();
      String[] parts = asked.split("Candidates:", -1);
      int owner = visitor(works(parts[0]).iterator().next());
      List<String> candidates = parts[1].lines().filter(l -> l.contains(": Title")).toList();
      assertThat(candidates).hasSize(5);
      for (int place = 0; place < 5; place++) {
        boolean isAnswer = candidates.get(place).startsWith(alias + ": ");
        int candidate = works(candidates.get(place)).iterator().next();
        assertThat(visitor(candidate) == owner && candidate < VISITORS * 6).isEqualTo(isAnswer);
        places[place] += isAnswer ? 1 : 0;
      }
    }
    assertThat(places).doesNotContain(0);
    FineTuningReport pairs = data.writePairs(folder.resolve("pairs"));
    List<JsonObject> lines = lines(folder.resolve("pairs"), Part.TRAIN);
    assertThat(lines.stream().mapToInt(line -> line.get("label").getAsInt()).sum())
        .isEqualTo(lines.size() / 5);
    assertThat(pairs.examples(Part.TRAIN)).isEqualTo(lines.size());
  }

  @Test
  void noIdOfAVisitorIsWritten_andTheBytesAreTheSameAgain() throws IOException {
    List<Interaction> events = new ArrayList<>();
    for (Interaction event : events()) {
      events.add(event.saying("I, " + event.user() + ",canary-7 and (canary-12), like it"));
    }
    FineTuningData data =
        FineTuningData.of(catalog(), Interactions.of(events)).withComments().heldOut(0.2);
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    data.writeText(one, TextTask.values());
    data.writeText(two, TextTask.values());
    Path chat = folder.resolve("chat");
    data.writeChat(chat);
    for (Part part : Part.values()) {
      String file = part.name().toLowerCase(Locale.ROOT) + ".jsonl";
      String text = Files.readString(one.resolve(file));
      assertThat(text).contains("I, [visitor],[visitor] and ([visitor]), like it");
      assertThat(text + Files.readString(chat.resolve(file)))
          .doesNotContain("canary", "2026", "1767");
      assertThat(two.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
    data.seed(7).writeText(two, TextTask.values());
    assertThat(Files.readString(two.resolve("test.jsonl")))
        .isNotEqualTo(Files.readString(one.resolve("test.jsonl")));
  }

  /** Two of 400 works have all events; drawn by popularity they are there much more often. */
  @Test
  void othersAreDrawnByPopularity_orEvenly() throws IOException {
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      events.add(Interaction.favorite("fan-" + i, "w398").at(START));
      events.add(Interaction.favorite("fan-" + i, "w399").at(START));
    }
    for (int i = 0; i < 30; i++) {
      events.add(Interaction.favorite("ada-" + i, "w1").at(START));
      events.add(Interaction.favorite("ada-" + i, "w2").at(START.plusSeconds(1)));
    }
    FineTuningData data =
        FineTuningData.of(catalog(), Interactions.of(events)).heldOut(0).candidates(3);
    // Expected: 0.57 of the first draws, less of the second; evenly 0.005.
    assertThat(popular(data)).isGreaterThan(0.35);
    assertThat(popular(data.evenly())).isLessThan(0.1);
  }

  private double popular(FineTuningData data) throws IOException {
    data.writePairs(folder);
    List<JsonObject> others =
        lines(folder, Part.TRAIN).stream()
            .filter(line -> line.get("text").getAsString().contains("Title1 "))
            .filter(line -> line.get("label").getAsInt() == 0)
            .toList();
    assertThat(others).hasSize(60);
    return others.stream()
            .filter(line -> line.get("text_pair").getAsString().matches("Title39[89] .*"))
            .count()
        / 60.0;
  }

  @Test
  void badSettings_areNamed() {
    FineTuningData data = FineTuningData.of(catalog(), Interactions.none());
    assertThatThrownBy(() -> data.candidates(1)).hasMessage("candidates is 1, expected 2 to 100");
    assertThatThrownBy(() -> data.heldOut(0.5)).hasMessage("heldOut is 0.5, expected 0 to 0.4");
    assertThatThrownBy(() -> data.minHistory(0)).hasMessage("minHistory is 0, expected 1 or more");
    assertThatThrownBy(() -> data.writeText(folder)).hasMessageContaining("no task was named");
    assertThat(data.writeChat(folder).examples(Part.TRAIN)).isZero();
  }
}
