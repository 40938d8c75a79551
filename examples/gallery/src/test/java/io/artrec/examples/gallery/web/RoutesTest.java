package io.artrec.examples.gallery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private final Routes routes =
      new Routes()
          .get("/", request -> Response.redirect("/wall"))
          .get("/work/{id}", request -> Response.redirect("/work"))
          .post("/work/{id}", request -> Response.redirect("/posted"));

  @Test
  void parameters_areDecodedAfterThePathWasParted() {
    assertThat(routes.find("GET", "/work/a%2F..%2Fb+c").parameters())
        .isEqualTo(Map.of("id", "a/../b+c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/work", "/work/", "/work/a/b", "/other", "//", "/work/../work/a/b"})
  void otherPaths_areNotFound(String path) {
    assertThatThrownBy(() -> routes.find("POST", path))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.status()).as(path).isIn(404, 405));
  }

  @Test
  void otherMethods_areRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> routes.find("DELETE", "/work/a"))
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.status()).isEqualTo(405))
        .hasMessageContaining("[GET, POST]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ä/ö", "..", ".", "a+b", "%2e%2e", "中文"})
  void everyId_comesBackFromItsPath(String id) {
    String path = Paths.of("work", id);
    assertThat(routes.find("GET", path).parameters()).containsEntry("id", id);
    assertThat(path).matches("/work/[A-Za-z0-9%*._-]+").doesNotContain("/..");
  }
}
