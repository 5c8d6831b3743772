package org.hoshimori.frame;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.context.MessageSourceProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Languages and arguments of handlers. */
@Configuration
@EnableConfigurationProperties(MessageSourceProperties.class)
@ConditionalOnWebApplication
class Web implements WebMvcConfigurer {

    private final List<HandlerMethodArgumentResolver> arguments;

    Web(List<HandlerMethodArgumentResolver> arguments) {
        this.arguments = arguments;
    }

    @Bean
    Messages messageSource(MessageSourceProperties settings) {
        Messages messages = new Messages();
        messages.setBasenames(settings.getBasename().toArray(String[]::new));
        messages.setDefaultEncoding(settings.getEncoding().name());
        messages.setFallbackToSystemLocale(settings.isFallbackToSystemLocale());
        return messages;
    }

    /** Japanese, unless somebody has asked for English. */
    @Bean
    LocaleResolver localeResolver(@Value("${server.servlet.session.cookie.secure:false}") boolean encrypted) {
        CookieLocaleResolver resolver = new CookieLocaleResolver(encrypted ? "__Host-lang" : "lang");
        resolver.setCookieSecure(encrypted);
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocale(Locale.JAPANESE);
        resolver.setCookieHttpOnly(true);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(arguments);
    }
}
