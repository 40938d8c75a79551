package io.artrec.llm.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interest;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.llm.description.ArtworkFacts;
import io.artrec.llm.description.Description;
import io.artrec.llm.description.DescriptionStyle;
import io.artrec.llm.description.Descriptions;
import io.artrec.llm.interest.InterestReader;
import io.artrec.llm.interest.UserTraces;
import io.artrec.llm.label.ChatLabels;
import io.artrec.llm.label.LabelSet;
import io.artrec.llm.label.LabeledArtwork;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.question.Answer;
import io.artrec.llm.question.Questions;
import io.artrec.llm.rendering.ChoiceQuestion;
import io.artrec.llm.rendering.RecommendationText;
import io.artrec.llm.rendering.RenderedText;
import io.artrec.llm.subject.ChatSubjects;
import io.artrec.llm.summary.Perspective;
import io.artrec.llm.summary.Perspectives;
import io.artrec.llm.summary.Summaries;
import io.artrec.llm.summary.Summary;
import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectFinder;
import io.artrec.text.subject.SubjectTree;
import io.artrec.text.summary.SummaryLength;
import java.time.Instant;
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
        new Named("reasons", Set.of("rephrase"), OrderProbes::reasons),
        new Named("reranking", Set.of("rerank"), OrderProbes::order),
        new Named("descriptions", Set.of("description"), Probes::descriptions),
        new Named("interests", Set.of("interests"), Probes::interests),
        new Named("labels", Set.of("label"), Probes::labels),
        new Named("questions", Set.of("question"), Probes::questions),
        new Named(
            "recommendation as text",
            Set.of(
                "recommend-choice",
                "recommend-explanation",
                "recommend-next",
                "recommend-pair",
                "recommend-rating"),
            Probes::recommendation),
        new Named("subjects", Set.of("subjects"), Probes::subjects),
        new Named("summaries", Set.of("summary", "perspectives"), Probes::summaries));
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

  /** A model's words; the library's own quote records as they are. */
  private static String told(String text, Origin origin) {
    boolean model = origin.kind() == Origin.Kind.MODEL || origin.kind() == Origin.Kind.CACHE;
    return model ? text : "";
  }

  private static String descriptions(Prompter prompter, String text) {
    Artwork work = hostile("w1", text);
    Description description =
        Descriptions.with(prompter).describe(ArtworkFacts.of(work), DescriptionStyle.standard());
    assertThat(description.text()).isNotBlank();
    assertThat(description.score().coverage()).isBetween(0.0, 1.0);
    return told(description.text(), description.origin());
  }

  private static String summaries(Prompter prompter, String text) {
    SummaryLength length = SummaryLength.ofCharacters(300);
    String whole = "A calm sea lies under clouds. " + text + " The painter mixed chalk with oil.";
    Summaries summaries = Summaries.with(prompter);
    Summary summary = summaries.summarize(whole, length);
    assertThat(summary.text()).hasSizeLessThanOrEqualTo(300);
    StringBuilder all = new StringBuilder(told(summary.text(), summary.origin()));
    Perspectives views = summaries.perspectives(whole, length);
    for (Perspective view : Perspective.values()) {
      Summary seen = views.of(view);
      assertThat(seen.text()).hasSizeLessThanOrEqualTo(300);
      all.append(' ').append(told(seen.text(), seen.origin()));
    }
    return all.toString();
  }

  private static String questions(Prompter prompter, String text) {
    Catalog catalog =
        Catalog.of(
            hostile("w1", text),
            Artwork.builder("w2", "Harbor at Dawn").description("Boats wait in fog.").build());
    Answer answer = Questions.about(catalog).with(prompter).ask("Why is the calm sea so moving?");
    assertThat(answer.works()).isSubsetOf("w1", "w2");
    return told(answer.text(), answer.origin());
  }

  private static String interests(Prompter prompter, String text) {
    Interaction comment =
        Interaction.of(USER, "w1", InteractionKind.COMMENT).saying(text + " I love the sea.");
    List<Interest> interests =
        INTERESTS
            .with(prompter)
            .read(UserTraces.of(List.of(comment)).searched("boats", Instant.EPOCH))
            .interests();
    assertThat(interests)
        .hasSizeLessThanOrEqualTo(64)
        .allMatch(interest -> Math.abs(interest.weight()) < 1);
    return interests.stream().map(Interest::toString).collect(Collectors.joining(", "));
  }

  private static String labels(Prompter prompter, String text) {
    LabelSet moods = LabelSet.moods(LabelSet.Language.ENGLISH);
    LabeledArtwork labeled = ChatLabels.of(prompter, moods).label(hostile("w1", text));
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
