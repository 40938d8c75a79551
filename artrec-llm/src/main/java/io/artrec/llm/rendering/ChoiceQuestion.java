package io.artrec.llm.rendering;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.artrec.llm.chat.ChatRequest;
import io.artrec.llm.prompt.Aliases;
import java.util.OptionalInt;

/**
 * Which of some candidates a visitor likes next, as a chat asks it: candidates go by aliases drawn
 * for the question, so that no record can name one. Immutable and thread-safe.
 */
public final class ChoiceQuestion {
  private static final String CHOICE = "choice";

  private final ChatRequest request;
  private final Aliases aliases;

  ChoiceQuestion(ChatRequest request, Aliases aliases) {
    this.request = request;
    this.aliases = aliases;
  }

  /**
   * Returns what a model is sent.
   *
   * @return instructions, the history and the candidates, with the schema of the answer
   */
  public ChatRequest request() {
    return request;
  }

  /**
   * Returns the answer that names a candidate.
   *
   * @param position the candidate, 0 for the first that was given
   * @return a JSON object, such as {@code {"choice":"k7pw"}}
   */
  public String answer(int position) {
    JsonObject answer = new JsonObject();
    answer.addProperty(CHOICE, aliases.names().get(position));
    return answer.toString();
  }

  /**
   * Reads a model's answer.
   *
   * @param reply what the model said
   * @return the candidate's position; empty when the reply is no object that names one of them
   */
  public OptionalInt chosen(String reply) {
    try {
      JsonElement json = JsonParser.parseString(reply);
      if (!json.isJsonObject()) {
        return OptionalInt.empty();
      }
      JsonElement name = json.getAsJsonObject().get(CHOICE);
      return name != null && name.isJsonPrimitive()
          ? aliases.position(name.getAsString())
          : OptionalInt.empty();
    } catch (JsonParseException e) {
      return OptionalInt.empty();
    }
  }

  @Override
  public String toString() {
    return "a choice of " + aliases.names().size() + " candidates";
  }
}
