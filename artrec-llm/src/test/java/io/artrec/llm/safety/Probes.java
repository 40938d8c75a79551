package io.artrec.llm.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interest;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.llm.interest.InterestReader;
import io.artrec.llm.interest.VisitorTraces;
import io.artrec.llm.label.ChatLabels;
import io.artrec.llm.label.LabelSet;
import io.artrec.llm.label.LabeledWork;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.subject.ChatSubjects;
import io.artrec.llm.subject.Subject;
import io.artrec.llm.subject.SubjectFinder;
import io.artrec.llm.subject.SubjectTree;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The features. */
final class Probes {
  /** The visitor of all probes. */
  static final String USER = "canary-user-4711";

  private static final InterestReader INTERESTS =
      InterestReader.over(Catalog.of(List.of(Artwork.builder("w1", "Sea").subject("sea").build())));

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
        new Named("conversation", Set.of("utterance", "rephrase"), new ConversationProbe()::shown),
        new Named("interests", Set.of("interests"), Probes::interests),
        new Named("labels", Set.of("label"), Probes::labels),
        new Named("reasons", Set.of("rephrase"), OrderProbes::reasons),
        new Named("reranking", Set.of("rerank"), OrderProbes::order),
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

  private static String interests(Prompter prompter, String text) {
    Interaction comment =
        Interaction.of(USER, "w1", InteractionKind.COMMENT).saying(text + " I love the sea.");
    List<Interest> interests =
        INTERESTS
            .with(prompter)
            .read(VisitorTraces.of(List.of(comment)).searched("boats", Instant.EPOCH))
            .interests();
    assertThat(interests)
        .hasSizeLessThanOrEqualTo(64)
        .allMatch(interest -> Math.abs(interest.weight()) < 1);
    return interests.stream().map(Interest::toString).collect(Collectors.joining(", "));
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
