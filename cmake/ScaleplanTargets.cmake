# The wings: each a library that sees only what it may.
set(source "${CMAKE_CURRENT_SOURCE_DIR}/src")

# How our own code is compiled, whoever uses it.
add_library(scaleplan_options INTERFACE)
target_compile_features(scaleplan_options INTERFACE cxx_std_20)
# No contraction to fused operations: the same bits on every machine.
target_compile_options(scaleplan_options INTERFACE -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Werror=switch -Werror=switch-enum)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlapping copies in its own std::string (its bug 105651).
  target_compile_options(scaleplan_options INTERFACE -Wno-restrict)
endif()
if(SCALEPLAN_WERROR)
  target_compile_options(scaleplan_options INTERFACE -Werror)
endif()
if(SCALEPLAN_SANITIZE)
  target_compile_options(scaleplan_options INTERFACE -fsanitize=${SCALEPLAN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(scaleplan_options INTERFACE -fsanitize=${SCALEPLAN_SANITIZE})
endif()
if(SCALEPLAN_FUZZ)
  target_compile_options(scaleplan_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

function(scaleplan_wing name folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${source}/${folder}/*.cpp" "${source}/${folder}/*.hpp")
  list(REMOVE_ITEM files "${source}/cli/main.cpp")
  add_library(scaleplan_${name} STATIC ${files})
  target_include_directories(scaleplan_${name} PUBLIC
    $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE "${source}/${folder}" "${source}/words")
  target_link_libraries(scaleplan_${name} PRIVATE $<BUILD_INTERFACE:scaleplan_options>)
  target_compile_features(scaleplan_${name} PUBLIC cxx_std_20)
  # With -DCMAKE_UNITY_BUILD=ON the files of a room are compiled as one, in a quarter of the time.
  foreach(file IN LISTS files)
    cmake_path(GET file PARENT_PATH room)
    cmake_path(RELATIVE_PATH room BASE_DIRECTORY "${source}")
    string(REPLACE "/" "_" room "${room}")
    set_source_files_properties("${file}" PROPERTIES UNITY_GROUP "${room}")
  endforeach()
  set_target_properties(scaleplan_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON
    UNITY_BUILD_MODE GROUP)
  add_library(scaleplan::${name} ALIAS scaleplan_${name})
endfunction()

scaleplan_wing(words words)  # the floor of all wings: numbers as text
target_link_libraries(scaleplan_words PRIVATE $<BUILD_INTERFACE:${fmt_target}>)
scaleplan_wing(plan plan)    # arithmetic: sees nothing but itself
target_link_libraries(scaleplan_plan PUBLIC scaleplan_words PRIVATE $<BUILD_INTERFACE:${fmt_target}>)
scaleplan_wing(read read)    # text to values: alone in parsing YAML and JSON
target_link_libraries(scaleplan_read PUBLIC scaleplan_plan
  PRIVATE $<BUILD_INTERFACE:scaleplan_yaml> $<BUILD_INTERFACE:${fmt_target}> $<BUILD_INTERFACE:${json_target}>)
scaleplan_wing(render render)  # values to text
target_link_libraries(scaleplan_render PUBLIC scaleplan_plan
  PRIVATE $<BUILD_INTERFACE:${fmt_target}> $<BUILD_INTERFACE:${json_target}>)

# The built-in rule sets are read when the program is built, by the reader that reads any other.
add_executable(scaleplan_prepare "${source}/prepare/main.cpp")
target_include_directories(scaleplan_prepare PRIVATE "${source}" "${source}/read" "${source}/words")
target_link_libraries(scaleplan_prepare PRIVATE scaleplan_options scaleplan_read)
file(GLOB_RECURSE rule_files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/rules/*.yaml"
  "${CMAKE_CURRENT_SOURCE_DIR}/rules/*.csv")
set(prepared "${CMAKE_CURRENT_BINARY_DIR}/prepared_rules.cpp")
add_custom_command(OUTPUT "${prepared}"
  COMMAND scaleplan_prepare "${prepared}" "${CMAKE_CURRENT_SOURCE_DIR}/rules"
  DEPENDS scaleplan_prepare ${rule_files} COMMENT "Preparing the built-in rule sets" VERBATIM)
add_library(scaleplan_rules STATIC "${prepared}" "${source}/prepare/builtin.cpp")
target_include_directories(scaleplan_rules PRIVATE "${source}" "${source}/read" "${source}/words")
target_link_libraries(scaleplan_rules PRIVATE $<BUILD_INTERFACE:scaleplan_options> PUBLIC scaleplan_read)
set_target_properties(scaleplan_rules PROPERTIES EXPORT_NAME rules POSITION_INDEPENDENT_CODE ON UNITY_BUILD OFF)

# What others link: everything but the command line.
add_library(scaleplan_library INTERFACE)
target_link_libraries(scaleplan_library INTERFACE scaleplan_render scaleplan_rules scaleplan_read scaleplan_plan scaleplan_words)
set_target_properties(scaleplan_library PROPERTIES EXPORT_NAME scaleplan)
add_library(scaleplan::scaleplan ALIAS scaleplan_library)

scaleplan_wing(cli cli)
target_compile_definitions(scaleplan_cli PRIVATE SCALEPLAN_VERSION="${PROJECT_VERSION}")
target_link_libraries(scaleplan_cli PUBLIC scaleplan_library
  PRIVATE $<BUILD_INTERFACE:${cli11_target}> $<BUILD_INTERFACE:${fmt_target}>)

add_executable(scaleplan "${source}/cli/main.cpp")
target_link_libraries(scaleplan PRIVATE scaleplan_options scaleplan_cli)
target_link_options(scaleplan PRIVATE ${SCALEPLAN_LINK_STATIC})
