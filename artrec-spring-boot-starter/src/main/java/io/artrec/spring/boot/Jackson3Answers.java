package io.artrec.spring.boot;

import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Answers as JSON by Jackson 3. */
@AutoConfiguration
@ConditionalOnClass(JacksonModule.class)
public class Jackson3Answers {
  /** Creates the configuration. */
  public Jackson3Answers() {}

  /**
   * Writes what has a plain form in that form.
   *
   * @return a module that Boot gives to its mapper
   */
  @Bean
  public JacksonModule artrecJackson3Module() {
    SimpleModule module = new SimpleModule("artrec");
    PlainForms.visit(
        new PlainForms.Visitor() {
          @Override
          public <T> void visit(Class<T> type, Function<T, Map<String, Object>> plain) {
            module.addSerializer(type, serializer(plain));
          }
        });
    return module;
  }

  private static <T> ValueSerializer<T> serializer(Function<T, Map<String, Object>> plain) {
    return new ValueSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializationContext context) {
        context.writeValue(json, plain.apply(value));
      }
    };
  }
}
