# SPDX-License-Identifier: GPL-3.0-or-later
include(GNUInstallDirs)
foreach(program IN ITEMS voxdeskd voxdesk)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} BUNDLE DESTINATION .)
  endif()
endforeach()
