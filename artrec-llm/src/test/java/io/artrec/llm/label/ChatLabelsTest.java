package io.artrec.llm.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.classification.LabelDistribution;
import io.artrec.llm.chat.CachedChatModel;
import io.artrec.llm.chat.ChatReply;
import io.artrec.llm.chat.ScriptedChatModel;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatLabelsTest {
  private static final LabelSet MOODS = LabelSet.of("mood", moods(), LabelSet.Language.ENGLISH);
  private static final Artwork SHIP =
      Artwork.builder("a17", "Ship at Dusk").description("A ship in fog.").image("a17.png").build();

  private static Map<String, String> moods() {
    Map<String, String> moods = new LinkedHashMap<>();
    moods.put("calm", "calm");
    moods.put("sad", "sad");
    moods.put("tense", "tense");
    moods.put("glad", "glad");
    return moods;
  }

  private static ChatLabels saying(String... replies) {
    return ChatLabels.of(Prompter.of(ScriptedChatModel.saying(replies)), MOODS);
  }

  private static String named(String labels) {
    return "{\"labels\":[" + labels + "]}";
  }

  @Test
  void namedLabelsHaveTheModelsProbabilities_othersShareTheRest() {
    LabeledArtwork labeled =
        saying(
                named(
                    "{\"label\":\"calm\",\"probability\":0.6},{\"label\":\"sad\",\"probability\":0.2}"))
            .label(SHIP);

    LabelDistribution moods = labeled.distribution();
    assertThat(moods.probability("calm")).isCloseTo(0.6, within(1e-12));
    assertThat(moods.probability("sad")).isCloseTo(0.2, within(1e-12));
    assertThat(moods.probability("tense")).isCloseTo(0.1, within(1e-12));
    assertThat(moods.probability("glad")).isCloseTo(0.1, within(1e-12));
    assertThat(moods.sure()).isEmpty();
    assertThat(labeled.origin().kind()).isEqualTo(Origin.Kind.MODEL);
    assertThat(labeled.origin()).hasToString("from the model (prompt label 1)");
  }

  @Test
  void tooMuchIsBroughtToOne_andTheLargerOfTwoCounts() {
    LabelDistribution moods =
        saying(
                named(
                    "{\"label\":\"calm\",\"probability\":1},{\"label\":\"calm\",\"probability\":0.3},"
                        + "{\"label\":\"sad\",\"probability\":1}"))
            .label(SHIP)
            .distribution();

    assertThat(moods.probability("calm")).isCloseTo(0.5, within(1e-12));
    assertThat(moods.probability("glad")).isZero();
  }

  @Test
  void nothingNamedIsUnreadable() {
    assertThat(saying(named("")).label(SHIP).distribution().isReadable()).isFalse();
    assertThat(
            saying(named("{\"label\":\"calm\",\"probability\":0}"))
                .label(SHIP)
                .distribution()
                .isReadable())
        .isFalse();
  }

  @Test
  void labelThatIsNotOfTheSetIsAskedAgain_thenAnotherLabelerAnswers() {
    String wrong = named("{\"label\":\"furious\",\"probability\":0.9}");
    ArtworkLabeler library =
        new LibraryLabeler(
            "even",
            List.of("calm", "sad", "tense", "glad"),
            work ->
                LabelDistribution.of(
                    List.of("calm", "sad", "tense", "glad"), new double[] {0, 1, 0, 0}));

    LabeledArtwork labeled = saying(wrong, wrong).orElse(library).label(SHIP);

    assertThat(labeled.distribution().likeliest()).isEqualTo("sad");
    assertThat(labeled.origin().kind()).isEqualTo(Origin.Kind.FALLBACK);
    assertThat(labeled.origin().toString())
        .startsWith("from the library instead of the model (prompt label 1): scripted was asked");
    assertThat(saying(wrong, wrong).label(SHIP).distribution().isReadable()).isFalse();
  }

  @Test
  void anotherLabelersLabelsMustBeTheSame() {
    ArtworkLabeler other =
        new LibraryLabeler(
            "other", List.of("calm"), work -> LabelDistribution.unreadable(List.of("calm")));

    assertThatThrownBy(() -> saying().orElse(other))
        .hasMessage("labels of 'other' are [calm], expected [calm, sad, tense, glad]");
  }

  @Test
  void recordIsDataAndImageIsShown() {
    ScriptedChatModel model = ScriptedChatModel.saying(named(""));
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};

    ChatLabels.of(Prompter.of(model), MOODS).images(work -> Optional.of(png)).label(SHIP);

    assertThat(model.asked().get(0).imageCount()).isEqualTo(1);
    assertThat(model.asked().get(0).turns().get(0).images().get(0).mediaType())
        .isEqualTo("image/png");
    assertThat(model.asked().get(0).turns().get(0).text())
        .contains("Labels to choose from: calm; sad; tense; glad", "Ship at Dusk")
        .containsPattern("<<<[0-9a-f]{16}\\n(?s:.)*A ship in fog\\.(?s:.)*\\n[0-9a-f]{16}>>>");
  }

  @Test
  void imageThatModelsDoNotReadIsNotShown() {
    ScriptedChatModel model = ScriptedChatModel.saying(named(""));

    ChatLabels.of(Prompter.of(model), MOODS)
        .images(work -> Optional.of(new byte[] {'I', 'I', 42, 0}))
        .label(SHIP);

    assertThat(model.asked().get(0).imageCount()).isZero();
  }

  @Test
  void sameWorkIsAskedAboutOnceThroughACache() {
    ScriptedChatModel model =
        ScriptedChatModel.answering(
            request -> ChatReply.of(named("{\"label\":\"calm\",\"probability\":0.6}")));
    ChatLabels labels = ChatLabels.of(Prompter.of(CachedChatModel.around(model)), MOODS);

    labels.label(SHIP);

    assertThat(labels.label(SHIP).origin().kind()).isEqualTo(Origin.Kind.CACHE);
    assertThat(model.asked()).hasSize(1);
  }

  @Test
  void modelThatIsAlwaysSureAndHalfRightIsNotSureOnceMeasured() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      works.add(Artwork.builder("w" + i, "Work " + i).build());
    }
    ChatLabels boastful =
        ChatLabels.of(
            Prompter.of(
                ScriptedChatModel.answering(
                    request -> ChatReply.of(named("{\"label\":\"calm\",\"probability\":0.97}")))),
            MOODS);
    ArtworkLabeler measured =
        boastful.calibrated(
            works, work -> Integer.parseInt(work.id().substring(1)) % 4 < 2 ? "calm" : "sad");

    LabelDistribution answer = measured.label(works.get(0)).distribution();
    assertThat(answer.probability("calm")).isBetween(0.4, 0.7);
    assertThat(answer.isCalibrated()).isTrue();
    assertThat(answer.sure()).isEmpty();

    ArtworkLabeler honest = boastful.calibrated(works, work -> "calm");
    assertThat(honest.label(works.get(0)).distribution().sure()).contains("calm");
    assertThat(honest.name())
        .startsWith("scripted on mood of calm, sad, tense, glad, prompt 1, calibrated ");
  }
}
