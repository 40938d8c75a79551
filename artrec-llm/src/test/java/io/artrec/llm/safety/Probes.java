package io.artrec.llm.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.llm.label.ChatLabels;
import io.artrec.llm.label.LabelSet;
import io.artrec.llm.label.LabeledWork;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.rendering.ChoiceQuestion;
import io.artrec.llm.rendering.RecommendationText;
import io.artrec.llm.rendering.RenderedText;
import io.artrec.llm.subject.ChatSubjects;
import io.artrec.llm.subject.Subject;
import io.artrec.llm.subject.SubjectFinder;
import io.artrec.llm.subject.SubjectTree;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The features. */
final class Probes {
  /** The visitor of all probes. */
  static final String USER = "canary-user-4711";

  private Probes() {}

  /** One that is a function. */
  private record Named(
      String name, Set<String> prompts, BiFunction<Prompter, String, String> asking)
      implements Probe {
    @Override
    public String shown(Prompter prompter, String hostile) {
      return asking.apply(prompter, hostile);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Probe> all() {
    return List.of(
        new Named("labels", Set.of("label"), Probes::labels),
        new Named(
            "recommendation as text",
            Set.of(
                "recommend-choice",
                "recommend-explanation",
                "recommend-next",
                "recommend-pair",
                "recommend-rating"),
            Probes::recommendation),
        new Named("subjects", Set.of("subjects"), Probes::subjects));
  }

  /** A work with a hostile text wherever records have one. */
  static Artwork hostile(String id, String text) {
    return Artwork.builder(id, "Sea. " + text)
        .artist("Jan Maler " + text.substring(0, Math.min(40, text.length())))
        .description("A calm sea. " + text)
        .medium("oil on canvas")
        .subject("sea")
        .attribute("note", text)
        .build();
  }

  private static String labels(Prompter prompter, String text) {
    LabelSet moods = LabelSet.moods(LabelSet.Language.ENGLISH);
    LabeledWork labeled = ChatLabels.of(prompter, moods).label(hostile("w1", text));
    double sum = 0;
    for (int l = 0; l < moods.descriptions().size(); l++) {
      sum += labeled.distribution().probability(l);
    }
    assertThat(sum).isBetween(1 - 1e-9, 1 + 1e-9);
    return labeled.distribution().likeliest();
  }

  private static String recommendation(Prompter prompter, String text) {
    RecommendationText texts = RecommendationText.of(prompter);
    Artwork work = hostile("w1", text);
    List<Artwork> history = List.of(hostile("w2", text), work);
    List<RenderedText> all =
        List.of(
            texts.pair(history, work),
            texts.next(history),
            texts.rating(history, work),
            texts.explanation(history, work));
    assertThat(all).allMatch(one -> one.joined(" ").length() < 1_000);
    ChoiceQuestion question = texts.choice(history, List.of(work, hostile("w3", text)));
    OptionalInt chosen = question.chosen(prompter.model().reply(question.request()).text());
    chosen.ifPresent(position -> assertThat(position).isBetween(0, 1));
    return chosen.isPresent() ? "w" + chosen.getAsInt() : "";
  }

  private static String subjects(Prompter prompter, String text) {
    SubjectFinder finder = SubjectFinder.standard();
    List<Subject> subjects =
        ChatSubjects.of(prompter, finder).named(hostile("w1", text)).subjects();
    assertThat(subjects)
        .hasSizeLessThanOrEqualTo(24)
        .allMatch(SubjectTree.standard().subjects()::contains);
    return subjects.stream()
        .map(subject -> subject.label(Locale.ENGLISH))
        .collect(Collectors.joining(", "));
  }
}
