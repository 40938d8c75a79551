package io.artrec.spring.boot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Answers as JSON by Jackson 2. */
@AutoConfiguration
@ConditionalOnClass(Module.class)
public class Jackson2Answers {
  /** Creates the configuration. */
  public Jackson2Answers() {}

  /**
   * Writes what has a plain form in that form.
   *
   * @return a module that Boot gives to its object mapper
   */
  @Bean
  public Module artrecJackson2Module() {
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

  private static <T> JsonSerializer<T> serializer(Function<T, Map<String, Object>> plain) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        provider.defaultSerializeValue(plain.apply(value), json);
      }
    };
  }
}
