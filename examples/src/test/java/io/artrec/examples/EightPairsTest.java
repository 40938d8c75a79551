package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.examples.collection.BundledWorks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EightPairsTest {
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String answers, String... args) {
    return EightPairs.run(
        args,
        new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(printed, true, StandardCharsets.UTF_8),
        new PrintStream(messages, true, StandardCharsets.UTF_8));
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private String after(String title) {
    String all = printed.toString(StandardCharsets.UTF_8);
    return all.substring(all.indexOf(title));
  }

  @Test
  void somebodyMadeUp_isMetAndAdvised() {
    assertThat(run("", "--auto", "1")).isZero();
    assertThat(lines().stream().filter(line -> line.startsWith("Which do you like better?")))
        .hasSize(8);
    assertThat(lines().stream().filter(line -> line.startsWith("> "))).hasSize(8);
    assertThat(after("What I know now")).contains("You probably like:").contains("For you");
    assertThat(lines()).allMatch(line -> Page.columns(line) <= Page.WIDTH);
    String first = printed.toString(StandardCharsets.UTF_8);
    printed.reset();
    run("", "--auto", "1");
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(first);
  }

  /** Of works that are recommended after a meeting, more are to the taste than of all. */
  @Test
  void recommendations_areToTheTaste() {
    Catalog catalog = BundledWorks.load().catalog();
    double recommended = 0;
    double all = 0;
    for (int seed = 1; seed <= 5; seed++) {
      MadeUpTaste taste = MadeUpTaste.of(catalog, seed);
      printed.reset();
      assertThat(run("", "--auto", String.valueOf(seed), "--n", "10")).isZero();
      String answer = after("For you");
      List<Artwork> found =
          catalog.stream()
              .filter(work -> answer.lines().anyMatch(line -> line.contains(". " + work.title())))
              .toList();
      assertThat(found).hasSizeGreaterThanOrEqualTo(9);
      recommended += found.stream().mapToInt(taste::worth).average().orElseThrow() / 5;
      all += catalog.stream().mapToInt(taste::worth).average().orElseThrow() / 5;
    }
    assertThat(recommended).isGreaterThan(all + 0.3);
  }

  @Test
  void answersAreRead_andMayEndEarly() {
    assertThat(run("1\nwhat?\n2\nb\nn\ns\nq\n", "--lang", "zh")).isZero();
    assertThat(lines().stream().filter(line -> line.startsWith("您更喜欢哪一件"))).hasSize(6);
    assertThat(after("现在了解到的")).contains("为您推荐");
    printed.reset();
    assertThat(run("")).isZero();
    assertThat(after("What I know now")).contains("50 % of cases").doesNotContain("probably like:");
  }

  @Test
  void badOptions_areSaid() {
    assertThat(run("", "--pairs", "0")).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .startsWith("eight pairs: --pairs is '0', expected a whole number from 1 to 48");
    assertThat(run("", "--help")).isZero();
    assertThat(lines().get(0)).startsWith("artrec eight pairs");
  }
}
