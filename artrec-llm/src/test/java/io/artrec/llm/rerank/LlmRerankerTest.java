package io.artrec.llm.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import io.artrec.llm.chat.ChatReply;
import io.artrec.llm.chat.ChatRequest;
import io.artrec.llm.chat.ScriptedChatModel;
import io.artrec.llm.prompt.Asked;
import io.artrec.llm.prompt.Prompter;
import io.artrec.strategy.Popularity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LlmRerankerTest {
  private static final int WORKS = 12;
  private static final String VISITOR = "visitor-4711";

  /** Work i is known to as many visitors as there are works behind it, and odd ones show snow. */
  private static Recommender recommender(LlmReranker reranker) {
    List<Artwork> works = new ArrayList<>();
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < WORKS; i++) {
      works.add(
          Artwork.builder("id-" + i, "Title " + i)
              .artist("Painter " + i)
              .subject(i % 2 == 1 ? "snow" : "fire")
              .description("Painted at place " + i + ".")
              .build());
      for (int visitor = i; visitor < WORKS; visitor++) {
        events.add(Interaction.favorite("other-" + visitor, "id-" + i));
      }
    }
    works.add(Artwork.builder("id-liked", "Winter").subject("snow").build());
    works.add(Artwork.builder("id-seen", "Frost").subject("snow").build());
    works.add(Artwork.builder("id-disliked", "Blaze").subject("fire").build());
    events.add(Interaction.favorite(VISITOR, "id-liked"));
    events.add(Interaction.view(VISITOR, "id-seen"));
    events.add(Interaction.dislike(VISITOR, "id-disliked"));
    return Recommender.builder()
        .catalog(Catalog.of(works))
        .interactions(events)
        .strategy(Popularity.allTime())
        .rerank(reranker)
        .build();
  }

  private static LlmReranker asking(ScriptedChatModel model) {
    return LlmReranker.with(Prompter.of(model));
  }

  private static List<String> ids(List<Recommendation> answer) {
    return answer.stream().map(place -> place.artwork().id()).toList();
  }

  private static List<String> usual(int n) {
    return IntStream.range(0, n).mapToObj(i -> "id-" + i).toList();
  }

  @Test
  void worksThatTheModelNames_moveUpByTheBound_andNotesSayWhy() {
    LlmReranker one = asking(ByRule.first(text -> text.contains("snow"))).moves(1);
    Recommendations answer = recommender(one).recommend(VISITOR, 6);
    assertThat(ids(answer)).containsExactly("id-1", "id-0", "id-3", "id-2", "id-5", "id-4");
    assertThat(answer.get(0).rankBefore()).isEqualTo(2);
    assertThat(answer.get(0).notes())
        .containsExactly(
            "language model: from place 2 to 1, for works that the visitor liked or looked at");
    assertThat(answer.get(1).notes()).containsExactly("language model: from place 1 to 2");
    assertThat(answer.isPartial()).isFalse();
    LlmReranker five = asking(ByRule.first(text -> text.contains("snow")));
    assertThat(ids(recommender(five).recommend(VISITOR, 6)))
        .containsExactly("id-1", "id-3", "id-5", "id-7", "id-9", "id-0");
  }

  @Test
  void modelSeesRecordsAndTasteInWords_andNoIds() {
    ScriptedChatModel model = ScriptedChatModel.saying("{\"order\": []}");
    Recommender recommender = recommender(asking(model));
    recommender.follow(VISITOR, Trait.artist("Painter 3"));
    recommender.recommend(VISITOR, 5);
    ChatRequest asked = model.asked().get(0);
    String text = Asked.text(asked);
    assertThat(Asked.candidates(asked).values())
        .hasSize(WORKS)
        .contains("Title 0; Painter 0; fire; Painted at place 0.");
    assertThat(text.substring(text.indexOf("Works that the visitor liked")))
        .containsSubsequence("liked:", "Winter; snow", "looked at:", "Frost; snow")
        .containsSubsequence("did not like:", "Blaze; fire", "follows:", "Painter 3");
    assertThat(text + asked.system().orElse("")).doesNotContain("id-", "4711", "other-");
    assertThat(asked.user()).contains(VISITOR);
  }

  @Test
  void unknownNamesAndRepeatedOnes_arePassedOver() {
    ScriptedChatModel model =
        ScriptedChatModel.answering(
            request -> {
              List<String> names = List.copyOf(Asked.candidates(request).keySet());
              return ChatReply.of(
                  List.of("zzzz", "id-9", names.get(2), names.get(2), "Title 5", names.get(1))
                      .stream()
                      .map(name -> "{\"name\": \"" + name + "\"}")
                      .collect(Collectors.joining(",", "{\"order\": [", "]}")));
            });
    assertThat(ids(recommender(asking(model)).recommend(VISITOR, 4)))
        .containsExactly("id-2", "id-1", "id-0", "id-3");
  }

  @Test
  void malformedReply_keepsTheOrder_andTheAnswerSaysSo() {
    ScriptedChatModel model = ScriptedChatModel.saying("the best is the last", "really");
    Recommendations answer = recommender(asking(model)).recommend(VISITOR, 4);
    assertThat(ids(answer)).isEqualTo(usual(4));
    assertThat(answer.leftOut()).singleElement().asString().contains("re-ranking: language model");
    assertThat(model.asked()).hasSize(2);
  }

  @Test
  void recordThatAsksForTheFirstPlace_gainsNoMoreThanTheBound() {
    ScriptedChatModel obeying = ByRule.first(text -> text.contains("place 11"));
    assertThat(ids(recommender(asking(obeying).moves(2)).recommend(VISITOR, WORKS)))
        .containsExactly(
            "id-0", "id-1", "id-2", "id-3", "id-4", "id-5", "id-6", "id-7", "id-8", "id-11", "id-9",
            "id-10");
  }

  @Test
  void worksBehindTheCandidates_keepTheirPlaces() {
    ScriptedChatModel model = ByRule.first(text -> text.contains("snow"));
    assertThat(ids(recommender(asking(model).candidates(4)).recommend(VISITOR, 7)))
        .containsExactly("id-1", "id-3", "id-0", "id-2", "id-4", "id-5", "id-6");
    assertThat(Asked.candidates(model.asked().get(0))).hasSize(4);
  }

  @Test
  void longHistory_groupAndStranger_areLeftToTheRecommender_withANote() {
    ScriptedChatModel model = ScriptedChatModel.saying();
    Recommender recommender = recommender(asking(model).historyBelow(3));
    assertThat(recommender.recommend(VISITOR, 3).get(0).notes())
        .containsExactly("no model asked: 3 events are known, and it is asked below 3");
    assertThat(recommender.recommend("nobody", 3).get(0).notes())
        .containsExactly("no model asked: nothing is known of the visitor");
    assertThat(
            recommender
                .recommend(RecommendationRequest.forGroup(VISITOR, "other-0").n(3).build())
                .get(0)
                .notes())
        .containsExactly("no model asked: it is not one visitor's taste that is asked for");
    assertThat(model.asked()).isEmpty();
  }

  @Test
  void deadlineOfTheRequest_boundsTheCall() {
    ScriptedChatModel model = ScriptedChatModel.saying("{\"order\": []}");
    recommender(asking(model))
        .recommend(
            RecommendationRequest.forUser(VISITOR).n(3).deadline(Duration.ofSeconds(10)).build());
    assertThat(model.asked().get(0).deadline().orElseThrow())
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(9));
  }

  @Test
  void settings_areInTheConfiguration_andChecked() {
    LlmReranker reranker = asking(ScriptedChatModel.saying());
    assertThat(reranker.moves(2).candidates(10).historyBelow(50).configuration())
        .isEqualTo("llm(model=scripted,moves=2,candidates=10,historyBelow=50)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reranker.moves(0))
        .withMessageContaining("moves is 0, expected 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reranker.candidates(41))
        .withMessageContaining("candidates is 41, expected 2 to 40");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reranker.historyBelow(0))
        .withMessageContaining("historyBelow is 0");
  }
}
