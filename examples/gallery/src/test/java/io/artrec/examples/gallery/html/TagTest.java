package io.artrec.examples.gallery.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
  @Test
  void textAndAttributes_areEscaped() {
    Tag tag = Tag.of("p", "a\"b").attr("title", "<'&>").text("<script>alert('x')</script> & more");
    assertThat(tag)
        .hasToString(
            "<p class=\"a&quot;b\" title=\"&lt;&#39;&amp;&gt;\">"
                + "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; more</p>");
  }

  @Test
  void childrenFollowInOrder_andVoidElementsHaveNoEnd() {
    assertThat(Tag.of("div").add(Tag.of("br")).text("a").add(Tag.of("b").text("c")))
        .hasToString("<div><br>a<b>c</b></div>");
  }

  @Test
  void controlCharacters_becomeReplacements() {
    assertThat(Tag.of("i").text("a\0b\u001Bc\n")).hasToString("<i>a\uFFFDb\uFFFDc\n</i>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "//elsewhere.example",
        "http://elsewhere.example",
        "data:text/html,x",
        "\tjavascript:x"
      })
  void addressesThatLeaveOrRun_areRefused(String address) {
    assertThatThrownBy(() -> Tag.of("a").attr("href", address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/work/1", "#main", "?n=2", "https://example.org/a", ""})
  void otherAddresses_stay(String address) {
    assertThat(Tag.of("a").attr("href", address).toString()).contains("href=\"" + address + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "ONLOAD", "style", "a b", "a=\"", ""})
  void attributesOfScriptsAndStyles_areRefused(String name) {
    assertThatThrownBy(() -> Tag.of("p").attr(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyText_leavesNoMarkup(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append("<>&\"'/ =abc\0\u4e2d".charAt(random.nextInt(13)));
    }
    String inside = Tag.of("p").attr("title", text.toString()).text(text.toString()).toString();
    String content = inside.substring("<p title=\"".length(), inside.length() - "</p>".length());
    String[] parts = content.split("\">", -1);
    assertThat(parts).as("seed %d", seed).hasSize(2);
    assertThat(parts[0] + parts[1]).as("seed %d", seed).doesNotContainPattern("[<>\"']");
  }
}
