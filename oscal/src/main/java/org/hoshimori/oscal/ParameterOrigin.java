package org.hoshimori.oscal;

/** Who set a parameter: the profile's title, its file, and the line of the setting (0 if it came from memory). */
public record ParameterOrigin(String parameter, String profile, String file, int line, SetParameter setting) {}
