package io.artrec.llm.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.llm.chat.ScriptedChatModel;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectFinder;
import org.junit.jupiter.api.Test;

class ChatSubjectsTest {
  private static final Artwork WORK =
      Artwork.builder("a", "Evening").description("A schooner near the harbour.").build();

  private static ChatSubjects.Named named(String... replies) {
    return ChatSubjects.of(Prompter.of(ScriptedChatModel.saying(replies)), SubjectFinder.standard())
        .named(WORK);
  }

  @Test
  void subjectsThatTheTreeKnowsAreTaken_inEitherLanguage() {
    ChatSubjects.Named named =
        named("{\"subjects\":[\"Schooner\",\"帆船\",\"xyzzy\",\"schooners\"]}");

    assertThat(named.subjects())
        .extracting(Subject::id)
        .containsExactly("schooner", "sailing-ship");
    assertThat(named.origin().kind()).isEqualTo(Origin.Kind.MODEL);
  }

  @Test
  void findersSubjectsStandInForAModelThatGivesNothing() {
    ChatSubjects.Named named = named("a schooner, I think", "still a schooner");

    assertThat(named.subjects()).extracting(Subject::id).contains("schooner");
    assertThat(named.origin().kind()).isEqualTo(Origin.Kind.FALLBACK);
  }

  @Test
  void nothingNamedIsAnAnswer() {
    ChatSubjects.Named named = named("{\"subjects\":[]}");

    assertThat(named.subjects()).isEmpty();
    assertThat(named.origin().kind()).isEqualTo(Origin.Kind.MODEL);
  }
}
