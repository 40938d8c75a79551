package io.artrec.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.artrec.RefreshPolicy;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ArtrecPropertiesTest {
  private static ArtrecProperties bound(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("artrec", ArtrecProperties.class);
  }

  @Test
  void unlessEnabled_nothingIsLearned() {
    assertThat(bound(Map.of("artrec.refresh.every", "6h")).getRefresh().policy())
        .isSameAs(RefreshPolicy.none());
  }

  @Test
  void whatIsSet_isThePolicys_andTheRestIsTheStandardOnes() {
    assertThat(bound(Map.of("artrec.refresh.enabled", "true")).getRefresh().policy())
        .hasToString(RefreshPolicy.standard().toString());
    ArtrecProperties.Refresh refresh =
        bound(
                Map.of(
                    "artrec.refresh.enabled", "true",
                    "artrec.refresh.after-events", "500",
                    "artrec.refresh.after-share", "0.02",
                    "artrec.refresh.every", "6h",
                    "artrec.refresh.retrain-every", "3d",
                    "artrec.refresh.threads", "2",
                    "artrec.refresh.saving", "true"))
            .getRefresh();
    assertThat(refresh.policy())
        .hasToString(
            RefreshPolicy.standard()
                .after(500, 0.02)
                .every(Duration.ofHours(6))
                .retrainEvery(Duration.ofDays(3))
                .threads(2)
                .saving(true)
                .toString());
  }

  @Test
  void metadata_nameEveryProperty() throws Exception {
    Set<String> named = new TreeSet<>();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                ArtrecProperties.class.getResourceAsStream(
                    "/META-INF/spring-configuration-metadata.json")),
            StandardCharsets.UTF_8)) {
      for (JsonElement property :
          JsonParser.parseReader(in).getAsJsonObject().getAsJsonArray("properties")) {
        named.add(property.getAsJsonObject().get("name").getAsString());
      }
    }
    Set<String> there = new TreeSet<>();
    for (Object bean : List.of(new ArtrecProperties(), new ArtrecProperties.Refresh())) {
      String prefix = bean instanceof ArtrecProperties ? "artrec." : "artrec.refresh.";
      for (var property : new BeanWrapperImpl(bean).getPropertyDescriptors()) {
        if (property.getWriteMethod() != null) {
          there.add(
              prefix + property.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
        }
      }
    }
    assertThat(named).isEqualTo(there);
  }
}
