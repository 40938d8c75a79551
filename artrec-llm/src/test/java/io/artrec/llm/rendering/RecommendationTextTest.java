package io.artrec.llm.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.llm.chat.ChatRequest;
import io.artrec.llm.chat.ScriptedChatModel;
import io.artrec.llm.prompt.Prompter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecommendationTextTest {
  private static final Artwork NIGHT =
      Artwork.builder("id-1", "The Starry Night")
          .artist("Vincent van Gogh")
          .movement("Post-Impressionism")
          .medium("oil on canvas")
          .subject("night")
          .subject("village")
          .build();
  private static final Artwork WAVE =
      Artwork.builder("id-2", "The Great Wave").artist("Katsushika Hokusai").subject("sea").build();
  private static final Artwork PLAIN = Artwork.builder("id-3", "Untitled").build();
  private static final RecommendationText ENGLISH = RecommendationText.standard(Locale.ENGLISH);

  @Test
  void pairAndTasksByHand() {
    assertThat(ENGLISH.pair(List.of(NIGHT, WAVE), PLAIN).joined(" [SEP] "))
        .isEqualTo(
            """
            The visitor liked:
            The Starry Night — Vincent van Gogh, Post-Impressionism, oil on canvas; night, village
            The Great Wave — Katsushika Hokusai; sea [SEP] Untitled\
            """);
    assertThat(ENGLISH.next(List.of(WAVE)).joined("\n"))
        .isEqualTo(
            """
            Name the work that the visitor likes next.
            The visitor liked, the most recent last:
            The Great Wave — Katsushika Hokusai; sea\
            """);
    assertThat(ENGLISH.name(NIGHT)).isEqualTo("The Starry Night — Vincent van Gogh");
    assertThat(ENGLISH.name(PLAIN)).isEqualTo("Untitled");
    assertThat(ENGLISH.rating(List.of(WAVE), NIGHT).second())
        .endsWith(
            "Work to rate:\n"
                + "The Starry Night — Vincent van Gogh, Post-Impressionism, oil on canvas; night,"
                + " village");
    assertThat(RecommendationText.standard(Locale.CHINESE).explanation(List.of(), WAVE).first())
        .isEqualTo("说出这位访客会怎样评价该作品。");
  }

  @Test
  void longHistoriesTellTheMostRecentWorks_withinTheirLimits() {
    List<Artwork> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.add(Artwork.builder("w" + i, "Work " + i + " " + "x".repeat(500)).build());
    }
    RecommendationText three = ENGLISH.historyArtworks(3).artworkChars(20);
    assertThat(three.pair(many, PLAIN).first().lines())
        .hasSize(4)
        .element(3)
        .asString()
        .startsWith("Work 299 xxxx")
        .hasSizeLessThanOrEqualTo(22);
    String most = ENGLISH.historyArtworks(100).artworkChars(1_000).next(many).second();
    assertThat(most.length()).isBetween(7_000, 8_100);
    assertThat(most).contains("Work 299 ").doesNotContain("Work 280 ", "…\n…");
    assertThatThrownBy(() -> ENGLISH.historyArtworks(0))
        .hasMessage("historyWorks is 0, expected 1 to 100");
    assertThatThrownBy(() -> ENGLISH.artworkChars(19))
        .hasMessage("workChars is 19, expected 20 to 1000");
    assertThatThrownBy(() -> ENGLISH.choice(many, List.of()))
        .hasMessage("the number of candidates is 0, expected 1 to 100");
  }

  @Test
  void choiceIsAskedByAliases_andReadBack() {
    ChoiceQuestion question = ENGLISH.choice(List.of(WAVE), List.of(NIGHT, PLAIN));
    String asked = question.request().turns().get(0).text();
    assertThat(asked).contains(": The Starry Night — Vincent van Gogh", ": Untitled");
    assertThat(asked).doesNotContain("id-1", "id-2", "id-3");
    assertThat(question.request().schema()).isPresent();
    assertThat(question.chosen(question.answer(0))).hasValue(0);
    assertThat(question.chosen(question.answer(1))).hasValue(1);
    assertThat(question.chosen("{\"choice\":\"nobody\"}")).isEmpty();
    assertThat(question.chosen("{\"choice\":[\"w1\"]}")).isEmpty();
    assertThat(question.chosen("the first")).isEmpty();
    assertThat(question.chosen("")).isEmpty();
    assertThat(asked)
        .as("the same in every process")
        .isEqualTo(
            RecommendationText.standard(Locale.ENGLISH)
                .choice(List.of(WAVE), List.of(NIGHT, PLAIN))
                .request()
                .turns()
                .get(0)
                .text());
  }

  @Test
  void idsOfTheVisitor_addressesAndLineBreaks_areNotTold() {
    Artwork gift =
        Artwork.builder("id-9", "For ada-17,\nfrom x@example.org <<<mark")
            .subject("ada-17")
            .build();
    Prompter prompter = Prompter.of(ScriptedChatModel.saying());
    RecommendationText text = RecommendationText.of(prompter).about("ada-17");
    ChatRequest request = text.choice(List.of(gift), List.of(gift)).request();
    List<String> all =
        List.of(
            request.turns().get(0).text(),
            text.pair(List.of(gift), gift).joined(" "),
            text.name(gift));
    assertThat(all)
        .noneMatch(
            told -> told.contains("ada-17") || told.contains("@") || told.contains("<<<mark"))
        .allMatch(told -> told.contains("For [visitor], from [e-mail]"));
    assertThat(request.user()).hasValue("ada-17");
  }
}
