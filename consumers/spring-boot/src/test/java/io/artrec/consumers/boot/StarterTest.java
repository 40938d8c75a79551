package io.artrec.consumers.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The starter in an application that is really started. */
@Timeout(300)
class StarterTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  /** An application with neither a catalogue nor a model file. */
  @EnableAutoConfiguration
  static class Empty {}

  private ConfigurableApplicationContext start(Class<?> application, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--management.endpoint.health.show-details=always"));
    arguments.addAll(List.of(more));
    return SpringApplication.run(application, arguments.toArray(String[]::new));
  }

  private String ask(ConfigurableApplicationContext context, String method, String path)
      throws Exception {
    String port = context.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
    return response.body();
  }

  private JsonObject object(ConfigurableApplicationContext context, String path) throws Exception {
    return JsonParser.parseString(ask(context, "GET", path)).getAsJsonObject();
  }

  private static List<String> ids(JsonObject answer) {
    List<String> ids = new ArrayList<>();
    for (JsonElement place : answer.getAsJsonArray("recommendations")) {
      ids.add(place.getAsJsonObject().getAsJsonObject("artwork").get("id").getAsString());
    }
    return ids;
  }

  @Test
  void anApplication_answersInJson_learns_andIsThereAgainAfterARestart() throws Exception {
    assertThat(SpringBootVersion.getVersion()).startsWith(System.getProperty("boot.generation"));
    Path model = folder.resolve("wall.artrec");
    String[] settings = {
      "--artrec.model=" + model,
      "--artrec.save-on-close=true",
      "--artrec.log=" + folder.resolve("events"),
      "--artrec.threads=1",
      "--artrec.refresh.enabled=true",
      "--artrec.refresh.after-events=2",
      "--artrec.refresh.after-share=0",
      "--artrec.refresh.every=6h"
    };
    Recommender recommender;
    try (ConfigurableApplicationContext context = start(WallApplication.class, settings)) {
      recommender = context.getBean(Recommender.class);
      assertThat(model).exists();
      JsonObject answer = object(context, "/wall/ada");
      assertThat(ids(answer)).hasSize(5);
      assertThat(answer.get("modelVersion").getAsString()).hasSize(16);
      assertThat(object(context, "/walls/ada").getAsJsonObject("first").has("rank")).isTrue();
      assertThat(object(context, "/why-not/ada/w7").isEmpty()).isFalse();
      assertThat(ask(context, "POST", "/like/ada/w3")).isEqualTo("[\"w3\"]");
      assertThat(ids(object(context, "/wall/ada"))).hasSize(5).doesNotContain("w3");

      JsonObject health =
          object(context, "/actuator/health").getAsJsonObject("components").getAsJsonObject("artrec");
      assertThat(health.get("status").getAsString()).isEqualTo("UP");
      JsonObject details = health.getAsJsonObject("details");
      assertThat(details.get("works").getAsInt()).isEqualTo(40);
      assertThat(details.get("eventsSince").getAsInt()).isEqualTo(1);

      int before = WallApplication.LEARNED.get();
      recommender.record(Interaction.favorite("ada", "w5"));
      while (WallApplication.LEARNED.get() == before) {
        Thread.onSpinWait();
      }
    }
    assertThatThrownBy(() -> recommender.record(Interaction.favorite("ada", "w9")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");

    try (ConfigurableApplicationContext context = start(WallApplication.class, settings)) {
      Recommender loaded = context.getBean(Recommender.class);
      assertThat(loaded.history("ada")).extracting(Interaction::artwork).containsExactly("w3", "w5");
      assertThat(loaded.dataset().size()).as("saved when closed").isEqualTo(2);
    }
  }

  @Test
  void withoutCatalogAndFile_thereIsNoRecommender_andAMissingFileIsSaid() {
    try (ConfigurableApplicationContext context = start(Empty.class)) {
      assertThat(context.getBeanNamesForType(Recommender.class)).isEmpty();
    }
    Path missing = folder.resolve("missing.artrec");
    assertThatThrownBy(() -> start(Empty.class, "--artrec.model=" + missing))
        .rootCause()
        .hasMessageContaining("cannot make a recommender: model file " + missing)
        .hasMessageContaining("no bean of type Catalog");
  }
}
