package io.artrec.examples;

import io.artrec.catalog.Artwork;
import io.artrec.elicitation.Acquaintance;
import io.artrec.elicitation.ArtworkPair;
import io.artrec.elicitation.PairChoice;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A first meeting on a page: shows pairs of works and reads which one somebody prefers. */
final class PairDialogue {
  private static final Map<String, PairChoice> CHOICES =
      Map.of(
          "1", PairChoice.FIRST,
          "2", PairChoice.SECOND,
          "b", PairChoice.BOTH,
          "n", PairChoice.NEITHER,
          "s", PairChoice.SKIP);

  private final Page page;
  private final QuickstartWords words;
  private final RecommendationLines lines;

  /** Who answers; an application's own, or somebody at the terminal. */
  @FunctionalInterface
  interface Chooser {
    /** Chooses; empty when nobody answers any more. */
    Optional<PairChoice> choose(ArtworkPair pair) throws IOException;
  }

  PairDialogue(Page page, QuickstartWords words, RecommendationLines lines) {
    this.page = page;
    this.words = words;
    this.lines = lines;
  }

  /** Asks until all pairs are answered or nobody answers any more. */
  Acquaintance meet(Acquaintance before, Chooser chooser) throws IOException {
    Acquaintance acquaintance = before;
    Optional<ArtworkPair> pair = acquaintance.next();
    while (pair.isPresent()) {
      show(acquaintance.answers().size() + 1, pair.get());
      Optional<PairChoice> choice = chooser.choose(pair.get());
      if (choice.isEmpty()) {
        return acquaintance;
      }
      acquaintance = acquaintance.with(pair.get().answer(choice.get()));
      pair = acquaintance.next();
    }
    return acquaintance;
  }

  private void show(int number, ArtworkPair pair) {
    page.title(words.say("Which do you like better? Pair " + number, "您更喜欢哪一件？第 " + number + " 组"));
    describe("1  ", pair.first());
    describe("2  ", pair.second());
  }

  private void describe(String number, Artwork work) {
    page.line(number + Page.cut(lines.of(work), Page.WIDTH - 3));
    work.description().ifPresent(text -> page.text(3, Page.cut(text, 2 * Page.WIDTH)));
  }

  /** What is answered in lines; empty at their end, and where somebody has enough. */
  Optional<PairChoice> read(BufferedReader in) throws IOException {
    while (true) {
      page.line(
          words.say(
              "1, 2, b (both), n (neither), s (skip), q (that will do)?",
              "1、2、b（都喜欢）、n（都不喜欢）、s（跳过）、q（到此为止）？"));
      String line = in.readLine();
      if (line == null || line.strip().equals("q")) {
        return Optional.empty();
      }
      PairChoice choice = CHOICES.get(line.strip().toLowerCase(Locale.ROOT));
      if (choice != null) {
        return Optional.of(choice);
      }
    }
  }
}
