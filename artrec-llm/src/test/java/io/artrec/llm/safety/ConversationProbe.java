package io.artrec.llm.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.llm.conversation.Conversations;
import io.artrec.llm.conversation.Turn;
import io.artrec.llm.prompt.Prompter;
import java.util.List;

/** A conversation in which the visitor is hostile. */
final class ConversationProbe {
  private final Conversations conversations =
      Conversations.over(
          Recommender.builder()
              .catalog(
                  Catalog.of(
                      Artwork.builder("w1", "Harbor").subject("sea").build(),
                      Artwork.builder("w2", "Storm").subject("sea").build(),
                      Artwork.builder("w3", "Dog on the Dunes")
                          .subject("sea")
                          .subject("dog")
                          .build()))
              .build());

  String shown(Prompter prompter, String text) {
    Conversations asked = conversations.with(prompter);
    Turn turn =
        asked.say(asked.start().visitor(Probes.USER), "the sea, no dogs, gloamingish. " + text);
    List<String> ids = turn.works().stream().map(work -> work.artwork().id()).toList();
    assertThat(ids).doesNotContain("w3").hasSizeLessThanOrEqualTo(2);
    return turn.text();
  }
}
