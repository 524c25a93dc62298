# Finds the libraries; where a system has none, fetches their sources, pinned by commit.
include(FetchContent)

# Warnings in the headers of a fetched library are not ours, as those of an installed one are not.
function(scaleplan_foreign_headers name)
  get_target_property(real ${name} ALIASED_TARGET)
  if(NOT real)
    set(real ${name})
  endif()
  get_target_property(headers ${real} INTERFACE_INCLUDE_DIRECTORIES)
  set_target_properties(${real} PROPERTIES INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${headers}")
endfunction()

# Sets `target` to the first of the CMake targets that an installed package offers, else to the first that the
# sources build. The versions below are the oldest that CMake 4 accepts or newer.
macro(scaleplan_dependency target package repository commit)
  find_package(${package} QUIET)
  set(${target} "")
  set(fetching OFF)
  foreach(pass installed fetched)
    foreach(name ${ARGN})
      if(NOT ${target} AND TARGET ${name})
        set(${target} ${name})
      endif()
    endforeach()
    if(${target} AND fetching)
      scaleplan_foreign_headers(${${target}})
    endif()
    if(NOT ${target} AND pass STREQUAL "installed")
      message(STATUS "scaleplan: ${package} is not installed, fetching ${commit} of ${repository}")
      FetchContent_Declare(${package} GIT_REPOSITORY ${repository} GIT_TAG ${commit})
      FetchContent_MakeAvailable(${package})
      set(fetching ON)
    endif()
  endforeach()
endmacro()

set(YAML_CPP_BUILD_TESTS OFF CACHE BOOL "" FORCE)
set(YAML_CPP_BUILD_TOOLS OFF CACHE BOOL "" FORCE)
set(JSON_BuildTests OFF CACHE BOOL "" FORCE)
# yaml-cpp 0.9.0, fmt 11.2.0, nlohmann_json 3.12.0, CLI11 2.5.0
scaleplan_dependency(yaml_target yaml-cpp https://github.com/jbeder/yaml-cpp.git
  56e3bb550c91fd7005566f19c079cb7a503223cf yaml-cpp::yaml-cpp yaml-cpp)
scaleplan_dependency(fmt_target fmt https://github.com/fmtlib/fmt.git
  40626af88bd7df9a5fb80be7b25ac85b122d6c21 fmt::fmt-header-only)
scaleplan_dependency(json_target nlohmann_json https://github.com/nlohmann/json.git
  55f93686c01528224f448c19128836e7df245f72 nlohmann_json::nlohmann_json)
scaleplan_dependency(cli11_target CLI11 https://github.com/CLIUtils/CLI11.git
  4160d259d961cd393fd8d67590a8c7d210207348 CLI11::CLI11)

# Third-party headers are not ours to warn about.
add_library(scaleplan_yaml INTERFACE)
find_library(SCALEPLAN_YAML_ARCHIVE libyaml-cpp.a)
get_target_property(yaml_library ${yaml_target} ALIASED_TARGET)
if(yaml_library)
  set(yaml_target ${yaml_library})
endif()
get_target_property(yaml_type ${yaml_target} TYPE)
if(SCALEPLAN_STATIC AND SCALEPLAN_YAML_ARCHIVE AND yaml_type STREQUAL "SHARED_LIBRARY")
  # A distribution that ships the archive beside the shared library names only the latter.
  get_target_property(yaml_headers ${yaml_target} INTERFACE_INCLUDE_DIRECTORIES)
  if(yaml_headers)
    target_include_directories(scaleplan_yaml SYSTEM INTERFACE ${yaml_headers})
  endif()
  target_link_libraries(scaleplan_yaml INTERFACE ${SCALEPLAN_YAML_ARCHIVE})
  set(yaml_type STATIC_LIBRARY)
else()
  target_link_libraries(scaleplan_yaml INTERFACE ${yaml_target})
endif()

# A fully static program starts in half the time: nothing is left to relocate.
set(SCALEPLAN_LINK_STATIC "")
if(SCALEPLAN_STATIC AND NOT SCALEPLAN_SANITIZE AND yaml_type STREQUAL "STATIC_LIBRARY" AND NOT APPLE)
  include(CheckCXXSourceCompiles)
  set(CMAKE_REQUIRED_LINK_OPTIONS -static)
  check_cxx_source_compiles("#include <iostream>\nint main() { std::cout << 1; }" SCALEPLAN_CAN_LINK_STATIC)
  unset(CMAKE_REQUIRED_LINK_OPTIONS)
  if(SCALEPLAN_CAN_LINK_STATIC)
    set(SCALEPLAN_LINK_STATIC -static)
  else()
    set(SCALEPLAN_LINK_STATIC -static-libstdc++ -static-libgcc)
  endif()
endif()
